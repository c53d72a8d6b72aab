// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.exactness;

import dev.racewire.app.Main;
import dev.racewire.bench.Part;
import dev.racewire.bench.ingest.ItemAccount;
import dev.racewire.bench.ingest.OutletsWithAnEnd;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicCreator;
import dev.racewire.schemas.Topics;
import dev.racewire.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;

/**
 * Instances of ingest on the same brokers, and outlets for them. They write under a prefix of their own: what processors
 * are shown has to be known word by word, and this is not.
 */
final class IngestSide implements AutoCloseable {

    private static final String PREFIX = "outlets-";
    private static final Duration PACE = Duration.ofSeconds(15);
    private static final int FEEDS = 300;
    private static final int ITEMS = 30;

    private final KafkaClients clients;
    private final Path folder;
    private final Simulator simulator = Simulator.start();
    private final OutletsWithAnEnd outlets;
    private final Deque<Part> working = new ArrayDeque<>();
    private int started;

    IngestSide(KafkaClients brokers, Path folder, long seed) throws Exception {
        this.folder = folder;
        clients = brokers.withTopicPrefix(PREFIX);
        outlets = new OutletsWithAnEnd(FEEDS, ITEMS, PACE, seed);
        try (Admin admin = clients.admin()) {
            new TopicCreator(admin, PREFIX)
                    .ensure(List.of(Topics.FEEDS, Topics.FEED_STATES, Topics.ARTICLES, Topics.GAPS));
        }
        outlets.open(clients, simulator);
    }

    void add() throws IOException {
        Path home = Files.createDirectories(folder.resolve("ingest-" + started++));
        working.addLast(new Part(
                Main.class,
                home.resolve("log"),
                List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                List.of(
                        "ingest",
                        "--bootstrap-servers=" + clients.bootstrapServers(),
                        "--topic-prefix=" + PREFIX,
                        "--ops.port=0",
                        "--ingest.data-dir=" + home,
                        "--ingest.proxy=" + simulator.proxy(),
                        "--ingest.allow-private-addresses=true",
                        "--ingest.min-interval=5s",
                        "--ingest.max-interval=5s",
                        "--ingest.start-spread=0s",
                        "--ingest.host-pause=0s")));
    }

    /** {@code kill -9} of the oldest. */
    void kill() {
        working.removeFirst().close();
    }

    /** The oldest leaves in order. */
    void leave() throws IOException, InterruptedException {
        working.removeFirst().stop();
    }

    /** Waits until all is published and read, and accounts for it. */
    ItemAccount settle() throws Exception {
        outlets.awaitEnd(simulator);
        return ItemAccount.of(clients, simulator);
    }

    @Override
    public void close() {
        working.forEach(Part::close);
        simulator.close();
    }
}
