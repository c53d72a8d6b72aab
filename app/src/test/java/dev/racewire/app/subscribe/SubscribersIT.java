// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.subscribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.racewire.app.broker.BrokerConfig;
import dev.racewire.app.broker.EmbeddedBroker;
import dev.racewire.app.foreign.ForeignProgram;
import dev.racewire.app.foreign.Page;
import dev.racewire.app.foreign.Tools;
import dev.racewire.app.registry.SchemaRegistryServer;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicCreator;
import dev.racewire.schemas.Count;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The consumers of {@code docs/subscribe.md}, run as they stand there, see what is in force and nothing else. */
class SubscribersIT {

    private static final Instant DAY = Instant.parse("2026-11-24T00:00:00Z");
    private static final String ABORTED = key(99);
    private static final String DELETED = key(7);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path brokerFolder;

    private static EmbeddedBroker broker;
    private static SchemaRegistryServer registry;

    /** The articles that each cell must have in the end. */
    private static final Map<String, Long> EXPECTED = new TreeMap<>();

    @TempDir
    private Path folder;

    @BeforeAll
    static void fill() throws Exception {
        broker = new EmbeddedBroker(BrokerConfig.in(brokerFolder));
        broker.start();
        registry = new SchemaRegistryServer(0, "");
        registry.start();
        KafkaClients clients = KafkaClients.of(broker.bootstrapServers());
        try (Admin admin = clients.admin();
                Producer<String, byte[]> producer = clients.producer(Map.of("transactional.id", "subscribers"))) {
            new TopicCreator(admin, "").ensure(List.of(Topics.COUNTS));
            producer.initTransactions();
            producer.beginTransaction();
            for (int i = 0; i < 300; i++) {
                set(producer, key(i % 50), i);
            }
            delete(producer, DELETED);
            producer.commitTransaction();
            producer.beginTransaction();
            send(producer, ABORTED, 1_000);
            producer.flush();
            producer.abortTransaction();
            producer.beginTransaction();
            set(producer, key(49), 0); // the last record of all in its partition, so that a reader has passed the abort
            producer.commitTransaction();
        }
    }

    @AfterAll
    static void stop() {
        registry.close();
        broker.close();
    }

    @Test
    void pythonReadsWhatIsInForce() throws Exception {
        String python = Tools.python(
                "confluent_kafka, avro, requests", "python3-confluent-kafka python3-avro python3-requests");
        Files.writeString(
                folder.resolve("subscribe.py"), Page.of("subscribe.md").block("python"));

        readsWhatIsInForce(Map.of(), python, "subscribe.py");
    }

    @Test
    void javaScriptReadsWhatIsInForce() throws Exception {
        Path modules = Tools.npm("subscribe", "kafkajs@2.2.4", "@kafkajs/confluent-schema-registry@3.9.0");
        Files.writeString(
                folder.resolve("subscribe.js"), Page.of("subscribe.md").block("javascript"));

        readsWhatIsInForce(Map.of("NODE_PATH", modules.toString()), "node", "subscribe.js");
    }

    @Test
    void javaReadsWhatIsInForce() throws Exception {
        Files.writeString(
                folder.resolve("Subscribe.java"), Page.of("subscribe.md").block("java"));

        readsWhatIsInForce(
                Map.of(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "Subscribe.java");
    }

    @Test
    void kcatShowsKeysAndHeaders() throws Exception {
        Tools.program("kcat", "kcat");
        String command = Page.of("subscribe.md").command("kcat").replace("127.0.0.1:9092", broker.bootstrapServers());
        try (ForeignProgram kcat = ForeignProgram.start(folder, Map.of(), List.of("sh", "-c", command))) {
            assertThat(kcat.end()).as(kcat.complaints()).isZero();
            assertThat(kcat.lines()).hasSize(302).allMatch(line -> line.matches("\\S+\\|chips\\|P1D\\|\\S+ \\d+ .*"));
            assertThat(kcat.lines()).noneMatch(line -> line.startsWith(ABORTED));
        }
    }

    private void readsWhatIsInForce(Map<String, String> environment, String... command) throws Exception {
        Map<String, String> all = new TreeMap<>(environment);
        all.put("KAFKA", broker.bootstrapServers());
        all.put("REGISTRY", registry.url());
        List<String> words = new ArrayList<>(Arrays.asList(command));
        words.add(Topics.COUNTS.name());
        try (ForeignProgram program = ForeignProgram.start(folder, all, words)) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(program.isAlive()).as(program.complaints()).isTrue();
                assertThat(table(program.lines())).isEqualTo(EXPECTED);
            });
            assertThat(program.lines()).noneMatch(line -> line.startsWith(ABORTED));
        }
    }

    /** The last that a consumer said of each key: the articles, nothing where it is deleted. */
    private static Map<String, Long> table(List<String> lines) throws IOException {
        Map<String, Long> table = new TreeMap<>();
        for (String line : lines) {
            String[] cells = line.split("\t", 2);
            JsonNode value = JSON.readTree(cells[1]);
            if (value.isNull()) {
                table.remove(cells[0]);
            } else {
                assertThat(cells[0]).startsWith(value.get("country").asText() + "|chips|P1D|");
                table.put(cells[0], value.get("articles").asLong());
            }
        }
        return table;
    }

    private static void set(Producer<String, byte[]> producer, String key, long articles) {
        send(producer, key, articles);
        EXPECTED.put(key, articles);
    }

    private static void delete(Producer<String, byte[]> producer, String key) {
        var unused = producer.send(new ProducerRecord<>(Topics.COUNTS.name(), key, null));
        EXPECTED.remove(key);
    }

    /** A failure to send shows when the transaction is committed. */
    private static void send(Producer<String, byte[]> producer, String key, long articles) {
        Count count = new Count(
                key.substring(0, key.indexOf('|')),
                "chips",
                "P1D",
                DAY,
                DAY.plus(Duration.ofDays(1)),
                articles,
                1L,
                1L,
                0L,
                0L,
                articles + 1,
                List.of("taxonomy"));
        byte[] value = new WireFormat(SchemaHistory.bundled()).encode(count);
        var unused = producer.send(new ProducerRecord<>(Topics.COUNTS.name(), key, value));
    }

    private static String key(int number) {
        return "C" + number + "|chips|P1D|" + DAY;
    }
}
