// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.deadletters;

import dev.racewire.schemas.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A record that was set aside: its bytes as they came, and why. Two are equal when they hold the same record. */
public final class DeadLetter {

    private final @Nullable String key;
    private final byte @Nullable [] value;
    private final String stage;
    private final String reason;
    private final String origin;
    private final Instant time;

    private DeadLetter(ConsumerRecord<String, byte[]> record) {
        key = record.key();
        value = record.value();
        stage = header(record, DeadLetterHeaders.STAGE);
        reason = header(record, DeadLetterHeaders.REASON);
        origin = header(record, DeadLetterHeaders.ORIGIN_TOPIC) + "-"
                + header(record, DeadLetterHeaders.ORIGIN_PARTITION) + "@"
                + header(record, DeadLetterHeaders.ORIGIN_OFFSET);
        time = Instant.ofEpochMilli(record.timestamp());
    }

    static DeadLetter of(ConsumerRecord<String, byte[]> record) {
        return new DeadLetter(record);
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "?" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Its key; none where it had none. */
    public @Nullable String key() {
        return key;
    }

    byte @Nullable [] value() {
        return value;
    }

    /** How long the record was. */
    public int bytes() {
        return value == null ? 0 : value.length;
    }

    /** The step that failed. */
    public String stage() {
        return stage;
    }

    /** Why it failed, for people. */
    public String reason() {
        return reason;
    }

    /** Where it stood: topic-partition@offset. */
    public String origin() {
        return origin;
    }

    /** When it was set aside. */
    public Instant time() {
        return time;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DeadLetter letter
                && Objects.equals(key, letter.key)
                && Arrays.equals(value, letter.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, Arrays.hashCode(value));
    }
}
