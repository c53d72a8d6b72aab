// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.racewire.app.broker.BrokerConfig;
import dev.racewire.app.broker.EmbeddedBroker;
import dev.racewire.app.broker.Ports;
import dev.racewire.runtime.kafka.KafkaClients;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerWatchIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    @Test
    void isNotReadyWhileNoBrokerAnswers() throws Exception {
        int port = Ports.freeFrom(0);
        String address = "127.0.0.1:" + port;
        Duration pace = Duration.ofMillis(200);
        try (BrokerWatch watch = new BrokerWatch(KafkaClients.of(address), true, pace, pace)) {
            watch.start();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(watch.readiness().reason())
                            .startsWith("no broker answers at " + address + " since "));

            try (EmbeddedBroker broker = new EmbeddedBroker(new BrokerConfig(directory, port, Map.of()))) {
                broker.start();
                await().atMost(PATIENCE).until(() -> watch.readiness().isReady());
            }
        }
    }
}
