// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.racewire.schemas.Gap;
import dev.racewire.schemas.GapReason;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class TailTest {

    private static final TopicPartition PARTITION = new TopicPartition("racewire-gaps", 0);
    private static final WireFormat WIRE = new WireFormat(SchemaHistory.bundled());

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void printsRecordsAsJson() {
        run(RecordFormat.json, "", List.of(), out, gap("Only, \"one\""));

        assertThat(lines())
                .containsExactly(
                        "{\"partition\":0,\"offset\":0,\"timestamp\":\"1970-01-01T00:00:00Z\","
                                + "\"key\":\"k0\",\"value\":{\"feedUrl\":\"http://feed.example/\",\"from\":\"2026-11-24T08:00:00Z\","
                                + "\"to\":\"2026-11-24T09:00:00Z\",\"reason\":\"NO_OVERLAP\",\"detail\":\"Only, \\\"one\\\"\"}}");
    }

    @Test
    void printsRecordsAsCsvWithAHeader() {
        run(RecordFormat.csv, "", List.of(), out, gap("a, \"b\""));

        assertThat(lines())
                .containsExactly(
                        "partition,offset,timestamp,key,feedUrl,from,to,reason,detail",
                        "0,0,1970-01-01T00:00:00Z,k0,http://feed.example/,2026-11-24T08:00:00Z,"
                                + "2026-11-24T09:00:00Z,NO_OVERLAP,\"a, \"\"b\"\"\"");
    }

    @Test
    void saysWhyARecordCantBeRead() {
        run(RecordFormat.json, "", List.of(), out, new byte[] {0, 0, 1, 0, 0, 9});

        assertThat(lines())
                .singleElement()
                .asString()
                .endsWith("\"value\":{\"base64\":\"AAABAAAJ\",\"unreadable\":\"unknown schema id 65536\"}}");
    }

    @Test
    void printsBytesThatAreNoRecordAsText() {
        run(RecordFormat.json, "", List.of(), out, "not avro".getBytes(StandardCharsets.UTF_8));

        assertThat(lines()).singleElement().asString().endsWith("\"value\":\"not avro\"}");
    }

    @Test
    void keepsToKeyAndFilters() {
        run(RecordFormat.json, "k1", List.of(), out, gap("a"), gap("b"), gap("c"));
        assertThat(lines()).singleElement().asString().contains("\"detail\":\"b\"");
    }

    @Test
    void stopsQuietlyWhenNobodyReadsOn() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };

        // It follows, so only the closed pipe can end it.
        prepare(gap("a"));
        tail(RecordFormat.json, "", List.of(), true)
                .run(consumer, List.of(PARTITION), new PrintStream(closed, false, StandardCharsets.UTF_8), () -> false);
    }

    @Test
    void refusesAPointThatIsNotThere() {
        prepare(gap("a"), gap("b"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> StartingPoint.parse("0:3").apply(consumer, List.of(PARTITION)))
                .withMessage("partition 0 has no offset 3: it holds 0 to 1, the next is 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StartingPoint.parse("1:0").apply(consumer, List.of(PARTITION)))
                .withMessage("there is no partition 1: the last one is 0");
    }

    private static byte[] gap(String detail) {
        Instant from = Instant.parse("2026-11-24T08:00:00Z");
        return WIRE.encode(new Gap("http://feed.example/", from, from.plusSeconds(3600), GapReason.NO_OVERLAP, detail));
    }

    private void run(RecordFormat format, String key, List<RecordFilter> filters, OutputStream to, byte[]... values) {
        prepare(values);
        tail(format, key, filters, false)
                .run(consumer, List.of(PARTITION), new PrintStream(to, false, StandardCharsets.UTF_8), () -> false);
    }

    private static Tail tail(RecordFormat format, String key, List<RecordFilter> filters, boolean follow) {
        return new Tail(new StartingPoint.Beginning(), filters, key, format, new RecordReader(false), 100, follow);
    }

    private void prepare(byte[]... values) {
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, (long) values.length));
        consumer.schedulePollTask(() -> {
            for (int i = 0; i < values.length; i++) {
                consumer.addRecord(new ConsumerRecord<>(
                        PARTITION.topic(),
                        PARTITION.partition(),
                        i,
                        0L,
                        TimestampType.CREATE_TIME,
                        -1,
                        -1,
                        "k" + i,
                        values[i],
                        new RecordHeaders(),
                        Optional.empty()));
            }
        });
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
