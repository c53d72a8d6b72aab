// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.app.broker.BrokerConfig;
import dev.racewire.app.broker.EmbeddedBroker;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicCreator;
import dev.racewire.runtime.kafka.TopicReader;
import dev.racewire.schemas.KafkaTopic;
import dev.racewire.schemas.RegisteredSchema;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A consumer built against the oldest schema of a Kafka topic reads what today's programs write, and a later schema's
 * records too; today's consumer reads what the oldest programs wrote. Records are random, from seed 2026.
 */
class EvolutionIT {

    private static final int RECORDS = 50;

    @TempDir
    private static Path folder;

    private static EmbeddedBroker broker;
    private static KafkaClients clients;

    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());

    @BeforeAll
    static void startBroker() throws Exception {
        broker = new EmbeddedBroker(BrokerConfig.in(folder));
        broker.start();
        clients = KafkaClients.of(broker.bootstrapServers());
        try (Admin admin = clients.admin()) {
            new TopicCreator(admin, "").ensure(Topics.all());
        }
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    static List<KafkaTopic> typedTopics() {
        return Topics.all().stream().filter(topic -> topic.value().isPresent()).toList();
    }

    @ParameterizedTest
    @MethodSource("typedTopics")
    void oldAndNewReadEachOther(KafkaTopic topic) throws Exception {
        List<RegisteredSchema> versions = SchemaHistory.bundled().versions(topic.name());
        RegisteredSchema oldest = versions.get(0);
        Class<? extends SpecificRecord> today = topic.value().orElseThrow();
        List<byte[]> byOldest = random(oldest.schema(), RECORDS).stream()
                .map(record -> bytes(oldest.id(), record))
                .toList();

        List<byte[]> kept = throughKafka(topic, byOldest);
        List<SpecificRecord> records = new ArrayList<>();
        for (byte[] value : kept) {
            records.add(wire.decode(value, today));
        }
        assertThat(records)
                .as("today's class reads the oldest programs' records")
                .hasSize(RECORDS);

        List<byte[]> byToday =
                throughKafka(topic, records.stream().map(wire::encode).toList());
        for (int i = 0; i < RECORDS; i++) {
            GenericRecord read = read(byToday.get(i), oldest.schema(), writer(byToday.get(i)));
            assertThat(read)
                    .as("the oldest schema reads today's records, and nothing is lost on the way")
                    .isEqualTo(read(byOldest.get(i), oldest.schema(), oldest.schema()));
        }

        Schema later = later(versions.get(versions.size() - 1).schema());
        List<byte[]> byLater = throughKafka(
                topic,
                random(later, RECORDS).stream()
                        .map(record -> bytes(1_000, record))
                        .toList());
        assertThat(byLater).hasSize(RECORDS);
        for (byte[] value : byLater) {
            assertThat(read(value, oldest.schema(), later).getSchema()).isEqualTo(oldest.schema());
        }
    }

    /** The schema as somebody may change it: with one field more, which has a default. */
    private static Schema later(Schema schema) {
        List<Schema.Field> fields = new ArrayList<>();
        schema.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        fields.add(1, new Schema.Field("added", Schema.create(Schema.Type.STRING), "Later.", ""));
        return Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
    }

    private static List<GenericRecord> random(Schema schema, int count) {
        List<GenericRecord> records = new ArrayList<>();
        new RandomData(schema, count, 2026L, true).forEach(each -> records.add((GenericRecord) each));
        return records;
    }

    private static byte[] bytes(int id, GenericRecord record) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(id).array());
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        try {
            new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static Schema writer(byte[] value) {
        return SchemaHistory.bundled()
                .byId(ByteBuffer.wrap(value, 1, Integer.BYTES).getInt())
                .orElseThrow()
                .schema();
    }

    /** As a consumer does it that knows Avro and one schema, and nothing of Racewire. */
    private static GenericRecord read(byte[] value, Schema reader, Schema writer) throws IOException {
        return new GenericDatumReader<GenericRecord>(writer, reader)
                .read(null, DecoderFactory.get().binaryDecoder(value, 5, value.length - 5, null));
    }

    /** What Kafka gives back of these values, in their order. */
    private static List<byte[]> throughKafka(KafkaTopic topic, List<byte[]> values) throws Exception {
        try (Producer<String, byte[]> producer = clients.producer(Map.of());
                var consumer = clients.consumer(Map.of("fetch.max.wait.ms", "20"));
                Admin admin = clients.admin()) {
            var partition = TopicReader.partitions(consumer, topic.name()).subList(0, 1);
            consumer.assign(partition);
            consumer.seekToEnd(partition);
            consumer.position(partition.get(0));
            List<Future<RecordMetadata>> sent = values.stream()
                    .map(value -> producer.send(new ProducerRecord<>(topic.name(), 0, "k", value)))
                    .toList();
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
            List<byte[]> read = new ArrayList<>();
            TopicReader.readTo(
                    TopicReader.highWatermarks(admin, partition),
                    consumer,
                    Duration.ofSeconds(20),
                    record -> read.add(record.value()));
            return read;
        }
    }
}
