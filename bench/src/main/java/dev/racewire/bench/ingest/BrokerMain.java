// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.ingest;

import dev.racewire.app.broker.BrokerConfig;
import dev.racewire.app.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.util.Map;

/** The broker of a run in a process of its own. Argument: its directory. It prints where it listens. */
final class BrokerMain {

    private BrokerMain() {}

    public static void main(String[] args) throws Exception {
        EmbeddedBroker broker = new EmbeddedBroker(
                new BrokerConfig(Path.of(args[0]), 0, Map.of("group.min.session.timeout.ms", "1000")));
        broker.start();
        System.out.println(broker.bootstrapServers());
        Thread.currentThread().join();
    }
}
