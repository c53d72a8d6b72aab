// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.state;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Writes fields one after the other: numbers as variable-length integers, texts as their length and UTF-8. */
public final class FieldWriter {

    private byte[] buffer = new byte[256];
    private int size;

    FieldWriter() {}

    /** One byte. */
    public void octet(int value) {
        ensure(1);
        buffer[size++] = (byte) value;
    }

    public void flag(boolean value) {
        octet(value ? 1 : 0);
    }

    /** A whole number; those near zero are short. */
    public void number(long value) {
        long rest = (value << 1) ^ (value >> 63);
        ensure(10);
        while ((rest & ~0x7FL) != 0) {
            buffer[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        buffer[size++] = (byte) rest;
    }

    /** A time to the millisecond. */
    public void instant(Instant value) {
        number(value.toEpochMilli());
    }

    public void text(String value) {
        bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    public void bytes(byte[] value) {
        number(value.length);
        ensure(value.length);
        System.arraycopy(value, 0, buffer, size, value.length);
        size += value.length;
    }

    /** How many, then each. */
    public <T> void each(Collection<T> values, BiConsumer<FieldWriter, T> write) {
        number(values.size());
        values.forEach(value -> write.accept(this, value));
    }

    /** A number for each of some names. */
    public void tally(Map<String, Long> values) {
        each(new TreeMap<>(values).entrySet(), (out, entry) -> {
            out.text(entry.getKey());
            out.number(entry.getValue());
        });
    }

    /** Whether there is one, then it. */
    public <T> void optional(@Nullable T value, BiConsumer<FieldWriter, T> write) {
        flag(value != null);
        if (value != null) {
            write.accept(this, value);
        }
    }

    byte[] bytes() {
        return Arrays.copyOf(buffer, size);
    }

    private void ensure(int more) {
        if (size + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
        }
    }
}
