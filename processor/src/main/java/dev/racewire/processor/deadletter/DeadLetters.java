// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.deadletter;

import dev.racewire.schemas.DeadLetterHeaders;
import dev.racewire.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Writes a record that is set aside as it came, with headers that say where it came from and why it is here. */
final class DeadLetters {

    private static final int LONGEST_REASON = 500;

    private final String articles;
    private final String deadLetters;
    private final DeadLetterSettings.Listener listener;

    DeadLetters(Map<String, ?> settings) {
        Object prefix = settings.get(DeadLetterSettings.TOPIC_PREFIX);
        String text = prefix == null ? "" : prefix.toString();
        articles = Topics.ARTICLES.in(text);
        deadLetters = Topics.DEAD_LETTERS.in(text);
        listener = settings.get(DeadLetterSettings.LISTENER) instanceof DeadLetterSettings.Listener given
                ? given
                : stage -> {};
    }

    /** Whether a record of that Kafka topic may be set aside: only what came from outside this application. */
    boolean mayHold(@Nullable String topic) {
        return articles.equals(topic);
    }

    List<ProducerRecord<byte[], byte[]>> letter(
            String stage, Exception failure, Origin origin, byte @Nullable [] key, byte @Nullable [] value) {
        listener.setAside(stage);
        Headers headers = new RecordHeaders();
        add(headers, DeadLetterHeaders.STAGE, stage);
        add(headers, DeadLetterHeaders.REASON, reason(failure));
        add(headers, DeadLetterHeaders.ORIGIN_TOPIC, origin.topic());
        add(headers, DeadLetterHeaders.ORIGIN_PARTITION, String.valueOf(origin.partition()));
        add(headers, DeadLetterHeaders.ORIGIN_OFFSET, String.valueOf(origin.offset()));
        return List.of(new ProducerRecord<>(deadLetters, null, null, key, value, headers));
    }

    private static String reason(Exception failure) {
        String reason = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Where a record stood. */
    record Origin(String topic, int partition, long offset) {}
}
