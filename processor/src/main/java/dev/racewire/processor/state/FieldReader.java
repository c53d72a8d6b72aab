// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.state;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what {@link FieldWriter} wrote, field by field in the same order. */
public final class FieldReader {

    private final byte[] bytes;
    private int position;

    FieldReader(byte[] bytes) {
        this.bytes = bytes;
    }

    public int octet() {
        return bytes[position++];
    }

    public boolean flag() {
        return octet() != 0;
    }

    public long number() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = bytes[position++];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
        throw new IllegalArgumentException("a number without end");
    }

    /** A number that was written as an int. */
    public int integer() {
        return Math.toIntExact(number());
    }

    public Instant instant() {
        return Instant.ofEpochMilli(number());
    }

    public String text() {
        int length = size();
        String text = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length;
        return text;
    }

    public byte[] bytes() {
        int length = size();
        byte[] copy = Arrays.copyOfRange(bytes, position, position + length);
        position += length;
        return copy;
    }

    public <T> List<T> each(Function<FieldReader, T> read) {
        int count = size();
        List<T> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(read.apply(this));
        }
        return values;
    }

    public Map<String, Long> tally() {
        Map<String, Long> values = new HashMap<>();
        for (int rest = size(); rest > 0; rest--) {
            values.put(text(), number());
        }
        return values;
    }

    public <T> @Nullable T optional(Function<FieldReader, T> read) {
        return flag() ? read.apply(this) : null;
    }

    void expectEnd() {
        if (position != bytes.length) {
            throw new IllegalArgumentException((bytes.length - position) + " bytes are left over");
        }
    }

    /** How many values follow; never more than there are bytes left. */
    public int size() {
        long length = number();
        if (length < 0 || length > bytes.length - position) {
            throw new IllegalArgumentException("a length of " + length);
        }
        return (int) length;
    }
}
