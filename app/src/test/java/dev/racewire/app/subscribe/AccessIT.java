// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.subscribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.racewire.app.Main;
import dev.racewire.app.foreign.ForeignProgram;
import dev.racewire.app.foreign.Page;
import dev.racewire.app.foreign.SecuredBroker;
import dev.racewire.ingest.IngestConfig;
import dev.racewire.ingest.IngestService;
import dev.racewire.processor.ProcessorConfig;
import dev.racewire.processor.ProcessorService;
import dev.racewire.runtime.config.SettingSources;
import dev.racewire.runtime.config.Settings;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicCreator;
import dev.racewire.runtime.kafka.TopicReader;
import dev.racewire.schemas.Article;
import dev.racewire.schemas.KafkaTopic;
import dev.racewire.schemas.Outlet;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.StateMedia;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The access list of {@code docs/access.md}: enough for each role and for readers, and no more. */
class AccessIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private static SecuredBroker broker;

    @BeforeAll
    static void start() throws Exception {
        broker = SecuredBroker.start(folder);
        try (Admin admin = broker.administrator().admin()) {
            new TopicCreator(admin, "").ensure(Topics.all());
            broker.addUsers(
                    admin, "racewire-ingest", "racewire-processor", "racewire-reader", "racewire-operator", "stranger");
            List<AclBinding> bindings = Page.of("access.md")
                    .block("acl")
                    .lines()
                    .filter(line -> !line.isBlank())
                    .flatMap(line -> SecuredBroker.bindings(line).stream())
                    .toList();
            assertThat(bindings).hasSizeGreaterThan(20);
            admin.createAcls(bindings).all().get();
        }
        try (Producer<String, byte[]> producer = broker.administrator().producer(Map.of())) {
            producer.send(new ProducerRecord<>(Topics.COUNTS.name(), "something to read", null))
                    .get();
        }
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void everyRoleHasWhatItNeedsAndAReaderReadsWhatComesOfIt() throws Exception {
        try (IngestService ingest = new IngestService(
                        IngestConfig.of(
                                settings(IngestConfig.define(new ConfigDef()), IngestConfig.DATA_DIR, "ingest")),
                        broker.clients("racewire-ingest"),
                        new SimpleMeterRegistry());
                ProcessorService processor = new ProcessorService(
                        ProcessorConfig.of(
                                settings(ProcessorConfig.define(new ConfigDef()), ProcessorConfig.STATE_DIR, "state")),
                        broker.clients("racewire-processor"),
                        new SimpleMeterRegistry())) {
            ingest.start();
            processor.start();
            publishAsIngest();

            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(ingest.readiness().reason()).isEmpty();
                assertThat(processor.readiness().reason()).isEmpty();
                assertThat(keys(broker.clients("racewire-reader"), Topics.COUNTS))
                        .anyMatch(key -> key.startsWith("CN|"));
            });
        }
    }

    @Test
    void ingestCanNotWriteCounts() {
        try (Producer<String, byte[]> producer =
                broker.clients("racewire-ingest").producer(Map.of())) {
            var record = new ProducerRecord<>(Topics.COUNTS.name(), "CN|*|P1D|2026-11-24T00:00:00Z", new byte[] {0});
            assertThatThrownBy(() -> producer.send(record).get())
                    .hasCauseInstanceOf(TopicAuthorizationException.class)
                    .hasMessageContaining("racewire-counts");
        }
    }

    @Test
    void aReaderCanNotWrite() {
        try (Producer<String, byte[]> producer =
                broker.clients("racewire-reader").producer(Map.of())) {
            var record = new ProducerRecord<>(Topics.ARTICLES.name(), "a", new byte[] {0});
            assertThatThrownBy(() -> producer.send(record).get()).hasCauseInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    void tailWorksForAReader() throws Exception {
        assertThat(tail(broker.settings("racewire-reader"), "racewire-counts")).isEqualTo("0 ");
    }

    /** Nothing is well in this cluster, but a reader may see it. */
    @Test
    void statusWorksForAReader() throws Exception {
        assertThat(run(broker.settings("racewire-reader"), "status")).isEqualTo("1 ");
    }

    @Test
    void heartbeatsCanBeReadByTheRolesThatWatchThem() throws Exception {
        for (String role : List.of("racewire-ingest", "racewire-processor", "racewire-reader")) {
            assertThat(tail(broker.settings(role), "racewire-canaries"))
                    .as(role)
                    .isEqualTo("0 ");
        }
    }

    @Test
    void whoeverMayNotReadHearsItInOneLine() throws Exception {
        assertThat(tail(broker.settings("racewire-ingest"), "racewire-counts"))
                .isEqualTo("1 racewire: Not authorized to access topics: [racewire-counts]");
        assertThat(tail(broker.settings("stranger"), "racewire-counts"))
                .startsWith("2 racewire: there is no Kafka topic racewire-counts, or this account may not see it");
        assertThat(tail(broker.settings("racewire-reader", "wrong"), "racewire-counts"))
                .startsWith(
                        "3 racewire: no broker answers at " + broker.bootstrapServers() + ": Authentication failed");
    }

    private static String tail(Map<String, String> settings, String topic) throws Exception {
        return run(settings, "tail", topic, "--from=beginning", "--no-follow");
    }

    /** Exit code and complaint of the command, in a process of its own since it closes its output. */
    private static String run(Map<String, String> settings, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(words));
        command.add("--bootstrap-servers=" + broker.bootstrapServers());
        settings.forEach((name, value) -> command.add("--kafka." + name + "=" + value));
        try (ForeignProgram program = ForeignProgram.start(folder, Map.of(), command)) {
            int code = program.end();
            return code + " "
                    + program.complaints()
                            .lines()
                            .filter(line -> line.startsWith("racewire:"))
                            .collect(Collectors.joining(" "));
        }
    }

    private static Settings settings(ConfigDef definition, String directory, String name) {
        return Settings.resolve(
                definition,
                SettingSources.ofFlags(Map.of(directory, folder.resolve(name).toString())));
    }

    private static void publishAsIngest() throws Exception {
        Instant now = Instant.now();
        Article article = Article.newBuilder()
                .setId("0123456789abcdef0123456789abcdef")
                .setFeedUrl("https://outlet.example/feed")
                .setOutlet(new Outlet("Outlet", "", "en", "GB", "general", "House", StateMedia.NO))
                .setTitle("China bans Nvidia AI chips in state data centres as export controls bite")
                .setLanguage("en")
                .setPublished(now)
                .setFetched(now)
                .setContentHash("hash")
                .build();
        byte[] value = new WireFormat(SchemaHistory.bundled()).encode(article);
        try (Producer<String, byte[]> producer =
                broker.clients("racewire-ingest").producer(Map.of())) {
            producer.send(new ProducerRecord<>(Topics.ARTICLES.name(), article.getId(), value))
                    .get();
        }
    }

    private static List<String> keys(KafkaClients clients, KafkaTopic topic) throws Exception {
        List<String> keys = new ArrayList<>();
        try (var consumer = clients.consumer(Map.of("group.id", "desk-it"));
                Admin admin = clients.admin()) {
            var partitions = TopicReader.partitions(consumer, topic.name());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            TopicReader.readTo(TopicReader.highWatermarks(admin, partitions), consumer, PATIENCE, record -> {
                keys.add(record.key());
            });
        }
        return keys;
    }
}
