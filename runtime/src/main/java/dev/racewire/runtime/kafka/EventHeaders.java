// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.runtime.kafka;

import dev.racewire.schemas.KafkaTopic;
import dev.racewire.schemas.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * Gives every record of a public Kafka topic its headers by CloudEvents' binary mode, whoever sends it; those that a
 * record inherited from its origin are replaced, others such as {@code traceparent} stay. What is handed in is left as it
 * is, so that a record whose transaction was refused can be sent again. The id is made of topic, key,
 * time and content: an event that is sent again has the same one.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/main/cloudevents/bindings/kafka-protocol-binding.md">Kafka
 *     binding</a>
 */
public final class EventHeaders implements ProducerInterceptor<Object, Object> {

    /** Setting that tells the prefix of the Kafka topics. */
    static final String TOPIC_PREFIX = "racewire.topic-prefix";

    private static final String ATTRIBUTE = "ce_";
    private static final String CONTENT_TYPE = "content-type";
    private static final int ID_BYTES = 16;

    private Map<String, Envelope> envelopes = Map.of();

    /** What is the same on all events of a Kafka topic. */
    private record Envelope(String topic, List<Header> headers) {

        static Envelope of(KafkaTopic topic) {
            return new Envelope(
                    topic.name(),
                    List.of(
                            header("ce_specversion", "1.0"),
                            header("ce_source", "/racewire/" + topic.writer().role()),
                            header("ce_type", topic.eventType()),
                            header(CONTENT_TYPE, topic.contentType())));
        }
    }

    /** Settings of a producer that make it use these headers. */
    public static Map<String, Object> settings(String topicPrefix) {
        return Map.of("interceptor.classes", EventHeaders.class.getName(), TOPIC_PREFIX, topicPrefix);
    }

    @Override
    public void configure(Map<String, ?> settings) {
        String prefix = String.valueOf(settings.get(TOPIC_PREFIX));
        envelopes = Topics.all().stream().collect(Collectors.toMap(topic -> topic.in(prefix), Envelope::of));
    }

    @Override
    public ProducerRecord<Object, Object> onSend(ProducerRecord<Object, Object> record) {
        Envelope envelope = envelopes.get(record.topic());
        if (envelope == null) {
            return record;
        }
        long time = record.timestamp() == null ? System.currentTimeMillis() : record.timestamp();
        List<Header> headers = new ArrayList<>();
        for (Header header : record.headers()) {
            if (!header.key().startsWith(ATTRIBUTE) && !header.key().equals(CONTENT_TYPE)) {
                headers.add(header);
            }
        }
        headers.addAll(envelope.headers());
        headers.add(header("ce_id", id(envelope.topic(), record, time)));
        headers.add(header("ce_time", Instant.ofEpochMilli(time).toString()));
        return new ProducerRecord<>(
                record.topic(), record.partition(), record.timestamp(), record.key(), record.value(), headers);
    }

    private static String id(String topic, ProducerRecord<Object, Object> record, long time) {
        MessageDigest digest = sha256();
        digest.update(utf8(topic));
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, time));
        digest.update(bytes(record.key()));
        digest.update((byte) 0);
        digest.update(bytes(record.value()));
        return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
    }

    /** Keys are strings, values bytes; Streams hands over both as bytes. */
    private static byte[] bytes(@Nullable Object part) {
        if (part == null) {
            return new byte[0];
        }
        return part instanceof byte[] bytes ? bytes : utf8(part.toString());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, utf8(value));
    }

    @Override
    public void onAcknowledgement(@Nullable RecordMetadata metadata, @Nullable Exception exception) {}

    @Override
    public void close() {}
}
