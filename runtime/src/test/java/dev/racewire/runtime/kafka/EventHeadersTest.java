// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class EventHeadersTest {

    private static final long NOON = 1_795_608_000_000L;

    private final EventHeaders headers = new EventHeaders();

    EventHeadersTest() {
        headers.configure(EventHeaders.settings("desk-"));
    }

    @Test
    void describesARecordByCloudEvents() {
        Map<String, String> found = of(record("desk-racewire-counts", NOON, "CN|*", "value"));

        assertThat(found.remove("ce_id")).matches("[0-9a-f]{32}");
        assertThat(found)
                .isEqualTo(Map.of(
                        "ce_specversion", "1.0",
                        "ce_source", "/racewire/processor",
                        "ce_type", "dev.racewire.count",
                        "ce_time", "2026-11-25T12:00:00Z",
                        "content-type", "application/avro"));
    }

    @Test
    void givesTheSameEventTheSameIdAndAnotherOneAnother() {
        String id = of(record("desk-racewire-counts", NOON, "CN|*", "value")).get("ce_id");

        assertThat(of(record("desk-racewire-counts", NOON, "CN|*", "value"))).containsEntry("ce_id", id);
        assertThat(of(record("desk-racewire-counts", NOON + 1, "CN|*", "value")))
                .doesNotContainEntry("ce_id", id);
        assertThat(of(record("desk-racewire-counts", NOON, "US|*", "value"))).doesNotContainEntry("ce_id", id);
        assertThat(of(record("desk-racewire-counts", NOON, "CN|*", "other"))).doesNotContainEntry("ce_id", id);
        assertThat(of(record("desk-racewire-counts", NOON, "CN|*", null))).doesNotContainEntry("ce_id", id);
    }

    @Test
    void replacesWhatARecordInheritedAndKeepsItsTrace() {
        ProducerRecord<Object, Object> record = record("desk-racewire-classified-articles", NOON, "a", "value");
        record.headers().add("ce_type", bytes("dev.racewire.article")).add("traceparent", bytes("00-1-2-01"));

        assertThat(of(record))
                .containsEntry("ce_type", "dev.racewire.classified-article")
                .containsEntry("traceparent", "00-1-2-01");
    }

    /** Kafka locks the headers of a record that it was given, even if the transaction comes to nothing. */
    @Test
    void describesARecordThatIsSentAgain() {
        ProducerRecord<Object, Object> record = record("desk-racewire-counts", NOON, "CN|*", "value");
        ((RecordHeaders) record.headers()).setReadOnly();

        assertThat(of(record)).containsKey("ce_id").isEqualTo(of(record));
    }

    @Test
    void leavesOtherKafkaTopicsAlone() {
        assertThat(of(record("racewire-processor-v1-cells-changelog", NOON, "a", "value")))
                .isEmpty();
    }

    private Map<String, String> of(ProducerRecord<Object, Object> record) {
        Map<String, String> found = new TreeMap<>();
        for (Header header : headers.onSend(record).headers()) {
            found.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return found;
    }

    private static ProducerRecord<Object, Object> record(String topic, long time, String key, String value) {
        return new ProducerRecord<>(topic, null, time, bytes(key), value == null ? null : bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
