// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.runtime.kafka;

import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.WireFormat;
import dev.racewire.schemas.WireFormatException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Avro records of one class in the Confluent wire format, for Kafka clients and Streams. */
public final class AvroSerde<T extends SpecificRecord> implements Serde<T> {

    private static final WireFormat WIRE = new WireFormat(SchemaHistory.bundled());

    private final Class<T> type;

    public AvroSerde(Class<T> type) {
        this.type = type;
    }

    @Override
    public Serializer<T> serializer() {
        return (topic, record) -> write(record);
    }

    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> read(bytes);
    }

    @SuppressWarnings("NullAway") // Kafka's null is a deletion mark, on both sides of the serde
    private static byte[] write(@Nullable SpecificRecord record) {
        return record == null ? null : WIRE.encode(record);
    }

    @SuppressWarnings("NullAway") // as above
    private T read(byte @Nullable [] bytes) {
        try {
            return WIRE.decode(bytes, type);
        } catch (WireFormatException e) {
            throw new SerializationException(e.getMessage(), e);
        }
    }
}
