// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.tail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Avro values as JSON for people and scripts: times by ISO 8601, bytes as hexadecimal digits, unions bare. */
final class AvroJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private AvroJson() {}

    static ObjectNode of(GenericRecord record) {
        ObjectNode object = JSON.objectNode();
        for (Schema.Field field : record.getSchema().getFields()) {
            object.set(field.name(), of(record.get(field.pos()), field.schema()));
        }
        return object;
    }

    private static JsonNode of(@Nullable Object value, Schema schema) {
        if (value == null) {
            return JSON.nullNode();
        }
        return switch (schema.getType()) {
            case UNION -> of(value, branch(value, schema));
            case RECORD -> of((GenericRecord) value);
            case ARRAY -> array((List<?>) value, schema.getElementType());
            case MAP -> map((Map<?, ?>) value, schema.getValueType());
            case LONG -> whole((Long) value, schema);
            case INT -> JSON.numberNode((Integer) value);
            case DOUBLE -> JSON.numberNode((Double) value);
            case FLOAT -> JSON.numberNode((Float) value);
            case BOOLEAN -> JSON.booleanNode((Boolean) value);
            case BYTES -> JSON.textNode(hexadecimal((ByteBuffer) value));
            default -> JSON.textNode(value.toString());
        };
    }

    /** Our unions hold null and one other type. */
    private static Schema branch(Object value, Schema union) {
        return union.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no type in a union for " + value.getClass()));
    }

    private static ArrayNode array(List<?> values, Schema element) {
        ArrayNode array = JSON.arrayNode(values.size());
        values.forEach(value -> array.add(of(value, element)));
        return array;
    }

    private static ObjectNode map(Map<?, ?> values, Schema type) {
        ObjectNode object = JSON.objectNode();
        values.forEach((key, value) -> object.set(String.valueOf(key), of(value, type)));
        return object;
    }

    private static JsonNode whole(long value, Schema schema) {
        return schema.getLogicalType() instanceof LogicalTypes.TimestampMillis
                ? JSON.textNode(Instant.ofEpochMilli(value).toString())
                : JSON.numberNode(value);
    }

    private static String hexadecimal(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return HexFormat.of().formatHex(copy);
    }
}
