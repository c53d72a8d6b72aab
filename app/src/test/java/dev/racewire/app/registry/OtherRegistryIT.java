// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.racewire.app.Main;
import dev.racewire.app.broker.BrokerConfig;
import dev.racewire.app.broker.EmbeddedBroker;
import dev.racewire.app.cli.Cluster;
import dev.racewire.app.foreign.Apicurio;
import dev.racewire.app.instance.Instance;
import dev.racewire.app.instance.InstanceDirectory;
import dev.racewire.app.instance.InstanceFile;
import dev.racewire.runtime.config.SettingSources;
import dev.racewire.runtime.config.Settings;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicCreator;
import dev.racewire.runtime.kafka.TopicReader;
import dev.racewire.runtime.registry.RegistryException;
import dev.racewire.schemas.Gap;
import dev.racewire.schemas.GapReason;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program on somebody else's registry: its ids on the wire, and what happens when it is away or says no. */
class OtherRegistryIT {

    private static final String DECOY = "{\"schema\": \"\\\"string\\\"\"}";
    private static final Gap GAP = new Gap("f", Instant.EPOCH, Instant.EPOCH, GapReason.FAILING, "for a test");

    @TempDir
    private static Path brokerFolder;

    private static EmbeddedBroker broker;

    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());

    @TempDir
    private Path folder;

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
    void writesAndReadsWithApicuriosIds() throws Exception {
        try (Apicurio apicurio = Apicurio.start(folder)) {
            apicurio.send("POST", "/subjects/somebody-elses/versions", DECOY); // so that no id is ours by chance
            KafkaClients clients = clients(apicurio.url(), "apicurio-");
            clients.publishSchemas();
            write(clients);

            byte[] raw = read(clients("", "apicurio-")).get(0);
            int id = ByteBuffer.wrap(raw, 1, 4).getInt();
            assertThat(id)
                    .isNotEqualTo(SchemaHistory.bundled()
                            .of(Gap.getClassSchema())
                            .orElseThrow()
                            .id());
            assertThat(apicurio.send("GET", "/schemas/ids/" + id, "").body()).contains("span of time in which items");
            assertThat(wire.decode(read(clients).get(0), Gap.class)).isEqualTo(GAP);
            assertThat(wire.decode(read(clients(apicurio.url(), "apicurio-")).get(0), Gap.class))
                    .as("by a process that registered nothing")
                    .isEqualTo(GAP);
        }
    }

    @Test
    void stopsTheStartWhereApicurioHoldsAnIncompatibleSchema() throws Exception {
        try (Apicurio apicurio = Apicurio.start(folder)) {
            String subject = "taken-racewire-gaps-value";
            apicurio.send("POST", "/subjects/" + subject + "/versions", "{\"schema\": " + quoted(incompatible()) + "}");
            apicurio.send("PUT", "/config/" + subject, "{\"compatibility\": \"FULL_TRANSITIVE\"}");

            assertThatThrownBy(() -> clients(apicurio.url(), "taken-").publishSchemas())
                    .isInstanceOf(RegistryException.class)
                    .hasMessageContaining(subject)
                    .hasMessageContaining("--topic-prefix");
        }
    }

    @Test
    void ourOwnRegistryServesAsWell() throws Exception {
        try (SchemaRegistryServer registry = new SchemaRegistryServer(0, "own-")) {
            registry.start();
            KafkaClients clients = clients(registry.url(), "own-");
            clients.publishSchemas();
            write(clients);

            assertThat(wire.decode(read(clients).get(0), Gap.class)).isEqualTo(GAP);
        }
    }

    /** Nothing is lost and nothing is written under a wrong id: who can't know an id says so. */
    @Test
    void aRegistryThatGoesAwayStopsOnlyThoseWhoDoNotKnowItsIds() throws Exception {
        String url;
        KafkaClients early;
        try (SchemaRegistryServer registry = new SchemaRegistryServer(0, "away-")) {
            registry.start();
            url = registry.url();
            early = clients(url, "away-");
            early.publishSchemas();
            write(early);
        }
        write(early);
        assertThat(read(early))
                .hasSize(2)
                .allSatisfy(value -> assertThat(wire.decode(value, Gap.class)).isEqualTo(GAP));

        KafkaClients late = clients(url, "away-");
        assertThatThrownBy(() -> read(late))
                .hasStackTraceContaining("the schema registry at " + url + " does not answer");
        assertThatThrownBy(() -> write(late))
                .hasStackTraceContaining("the schema registry at " + url + " does not answer");
        assertThat(read(early)).hasSize(2);
    }

    /** Its ids could be ours by chance, for other schemas: a command must not read by those of its own build. */
    @Test
    void commandsReadByTheRegistryOfTheInstanceThatTheyFind() throws Exception {
        String home = System.getProperty("user.home");
        try (Apicurio apicurio = Apicurio.start(folder)) {
            apicurio.send("POST", "/subjects/somebody-elses/versions", DECOY);
            KafkaClients clients = clients(apicurio.url(), "found-");
            clients.publishSchemas();
            write(clients);
            System.setProperty("user.home", folder.toString());
            Instance instance = Instance.ofThisProcess(
                    "up", broker.bootstrapServers(), "found-", Optional.of(apicurio.url()), Optional.empty(), "");
            try (InstanceFile file = new InstanceFile(InstanceDirectory.ofUser(), instance)) {
                file.start();
                Settings none =
                        Settings.resolve(KafkaClients.define(new ConfigDef()), SettingSources.ofFlags(Map.of()));
                assertThat(wire.decode(read(Cluster.reach(none, line -> {})).get(0), Gap.class))
                        .isEqualTo(GAP);
            }
        } finally {
            System.setProperty("user.home", home);
        }
    }

    @Test
    void aRegistryThatIsAwayStopsTheStartInOneLine() {
        StringWriter err = new StringWriter();

        int code = Main.program()
                .printingTo(new PrintWriter(new StringWriter()), new PrintWriter(err, true))
                .run(
                        "processor",
                        "--bootstrap-servers=" + broker.bootstrapServers(),
                        "--processor.state-dir=" + folder,
                        "--ops.port=0",
                        "--schema.registry.url=http://127.0.0.1:1");

        assertThat(code).isEqualTo(1);
        assertThat(err.toString().lines().filter(line -> line.startsWith("racewire:")))
                .containsExactly("racewire: the schema registry at http://127.0.0.1:1 does not answer: is it"
                        + " running, and is schema.registry.url right?");
    }

    private static String incompatible() {
        return Schema.createRecord(
                        "Gap",
                        "Something else.",
                        "dev.racewire.schemas",
                        false,
                        List.of(new Schema.Field("feedUrl", Schema.create(Schema.Type.BOOLEAN), "No text.")))
                .toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\\\"") + '"';
    }

    private static KafkaClients clients(String registry, String prefix) {
        Settings settings = Settings.resolve(
                KafkaClients.define(new ConfigDef()),
                SettingSources.ofFlags(Map.of("schema.registry.url", registry, "topic-prefix", prefix)));
        return KafkaClients.of(broker.bootstrapServers(), settings);
    }

    private void write(KafkaClients clients) throws Exception {
        try (Admin admin = clients.admin();
                Producer<String, byte[]> producer = clients.producer(Map.of())) {
            new TopicCreator(admin, clients.topicPrefix()).ensure(List.of(Topics.GAPS));
            producer.send(new ProducerRecord<>(Topics.GAPS.in(clients.topicPrefix()), "f", wire.encode(GAP)))
                    .get();
        }
    }

    private static List<byte[]> read(KafkaClients clients) throws Exception {
        List<byte[]> values = new ArrayList<>();
        try (var consumer = clients.consumer(Map.of());
                Admin admin = clients.admin()) {
            var partitions = TopicReader.partitions(consumer, Topics.GAPS.in(clients.topicPrefix()));
            consumer.assign(partitions);
            TopicReader.readTo(
                    TopicReader.highWatermarks(admin, partitions), consumer, Duration.ofSeconds(20), record -> {
                        values.add(record.value());
                    });
        }
        return values;
    }
}
