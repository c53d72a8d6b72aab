// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.state;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * How values of one kind stand in state stores and internal Kafka topics: a version byte of our own, then the fields in
 * order. A new version reads the older ones, so that an upgrade needs no reprocessing; an older program refuses a newer
 * version rather than misread it.
 */
public final class StateFormat<T> implements Serde<T> {

    /** Writes the fields of a value. */
    @FunctionalInterface
    public interface Writing<T> {
        void write(T value, FieldWriter out);
    }

    /** Reads the fields of a value as that version wrote them. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(FieldReader in, int version);
    }

    private final String name;
    private final int version;
    private final Writing<T> writing;
    private final Reading<T> reading;

    /**
     * @param name what the values are, for messages
     * @param version version that is written, 1 to 127; every one from 1 on can be read
     */
    public StateFormat(String name, int version, Writing<T> writing, Reading<T> reading) {
        this.name = name;
        this.version = version;
        this.writing = writing;
        this.reading = reading;
    }

    /** The bytes of a value. */
    public byte[] encode(T value) {
        FieldWriter out = new FieldWriter();
        out.octet(version);
        writing.write(value, out);
        return out.bytes();
    }

    /**
     * The value in the bytes.
     *
     * @throws SerializationException when they hold no such value
     */
    public T decode(byte[] bytes) {
        try {
            FieldReader in = new FieldReader(bytes);
            int written = in.octet();
            if (written < 1 || written > version) {
                throw new SerializationException("a " + name + " of version " + written
                        + " was written by a newer Racewire; this one reads up to version " + version);
            }
            T value = reading.read(in, written);
            in.expectEnd();
            return value;
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new SerializationException("broken state: no " + name + " in " + bytes.length + " bytes", e);
        }
    }

    @Override
    @SuppressWarnings("NullAway") // Kafka's null is a deletion mark
    public Serializer<T> serializer() {
        return (topic, value) -> value == null ? null : encode(value);
    }

    @Override
    @SuppressWarnings("NullAway") // as above
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> decodeOrNull(bytes);
    }

    private @Nullable T decodeOrNull(byte @Nullable [] bytes) {
        return bytes == null ? null : decode(bytes);
    }
}
