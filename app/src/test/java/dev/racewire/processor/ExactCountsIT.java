// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.app.audit.Auditor;
import dev.racewire.app.broker.BrokerConfig;
import dev.racewire.app.broker.EmbeddedBroker;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicCreator;
import dev.racewire.runtime.kafka.TopicReader;
import dev.racewire.schemas.Count;
import dev.racewire.schemas.DeadLetterHeaders;
import dev.racewire.schemas.KafkaTopic;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every cell equals the ledger's, whatever happens to the process and its state on the way. */
class ExactCountsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private static Path brokerFolder;

    private static EmbeddedBroker broker;

    @TempDir
    private Path stateFolder;

    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());
    private final long seed = Long.getLong("seed", System.nanoTime());

    @BeforeAll
    static void startBroker() throws Exception {
        broker = new EmbeddedBroker(BrokerConfig.in(brokerFolder));
        broker.start();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void staysExactThroughKills() throws Exception {
        KafkaClients clients = clients("kills-");
        Random random = new Random(seed);
        try (Newswire newswire = new Newswire(clients, seed)) {
            for (int kill = 0; kill < 4; kill++) {
                try (ProcessorProcess process = ProcessorProcess.start(clients, stateFolder)) {
                    newswire.show(1_000);
                    awaitSomethingNew(clients);
                    newswire.show(random.nextInt(500));
                    process.kill();
                }
            }
            assertExact(clients, newswire);
        }
    }

    @Test
    void staysExactWhenItsStateIsLostOrSpoilt() throws Exception {
        KafkaClients clients = clients("state-");
        try (Newswire newswire = new Newswire(clients, seed)) {
            newswire.show(1_500);
            assertExact(clients, newswire);
            deleteState();
            newswire.show(500);
            assertExact(clients, newswire);
            spoilState(new Random(seed));
            newswire.show(500);
            assertExact(clients, newswire);
        }
    }

    /** Starts a processor, waits until it has caught up, stops it in order, and compares everything. */
    private void assertExact(KafkaClients clients, Newswire newswire) throws Exception {
        Map<String, String> expected = newswire.cells();
        try (ProcessorProcess process = ProcessorProcess.start(clients, stateFolder)) {
            Awaitility.await("seed " + seed)
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(() -> assertThat(cells(clients)).isEqualTo(expected));
            assertThat(process).isNotNull();
        }
        assertThat(cells(clients)).as("seed " + seed).isEqualTo(expected);
        assertThat(deadLetters(clients)).containsExactlyInAnyOrderElementsOf(newswire.poison());
        assertThat(new Auditor(clients, InstantSource.system()).cells().differences())
                .isEmpty();
    }

    private KafkaClients clients(String prefix) throws Exception {
        KafkaClients clients =
                new KafkaClients(broker.bootstrapServers(), prefix, Map.of(), Map.of(), Map.of(), Map.of());
        try (Admin admin = clients.admin()) {
            new TopicCreator(admin, prefix).ensure(Topics.all());
        }
        return clients;
    }

    private void awaitSomethingNew(KafkaClients clients) throws Exception {
        int before = records(clients);
        Awaitility.await("seed " + seed).atMost(PATIENCE).until(() -> records(clients) > before);
    }

    private int records(KafkaClients clients) throws Exception {
        List<String> keys = new ArrayList<>();
        read(clients, Topics.COUNTS, record -> keys.add(record.key()));
        return keys.size();
    }

    private Map<String, String> cells(KafkaClients clients) throws Exception {
        Map<String, String> cells = new TreeMap<>();
        read(clients, Topics.COUNTS, record -> {
            Count count = wire.decode(record.value(), Count.class);
            cells.put(
                    record.key(),
                    count.getArticles() + " " + count.getPublishers() + " " + count.getRivalries() + " "
                            + count.getStateMediaArticles());
        });
        cells.values().removeIf("0 0 0 0"::equals);
        return cells;
    }

    private List<String> deadLetters(KafkaClients clients) throws Exception {
        List<String> letters = new ArrayList<>();
        read(
                clients,
                Topics.DEAD_LETTERS,
                record -> letters.add(header(record, DeadLetterHeaders.ORIGIN_PARTITION)
                        + "@" + header(record, DeadLetterHeaders.ORIGIN_OFFSET) + " "
                        + new String(record.value(), StandardCharsets.UTF_8)));
        return letters;
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static void read(KafkaClients clients, KafkaTopic topic, Consumer<ConsumerRecord<String, byte[]>> handler)
            throws Exception {
        try (var consumer = clients.consumer(Map.of());
                Admin admin = clients.admin()) {
            var partitions = TopicReader.partitions(consumer, topic.in(clients.topicPrefix()));
            consumer.assign(partitions);
            TopicReader.readTo(TopicReader.highWatermarks(admin, partitions), consumer, PATIENCE, handler);
        }
    }

    private void deleteState() throws IOException {
        try (Stream<Path> files = Files.walk(stateFolder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(stateFolder)) {
                    Files.delete(file);
                }
            }
        }
    }

    private void spoilState(Random random) throws IOException {
        try (Stream<Path> files = Files.walk(stateFolder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] noise = new byte[(int) Files.size(file)];
                random.nextBytes(noise);
                Files.write(file, noise);
            }
        }
    }
}
