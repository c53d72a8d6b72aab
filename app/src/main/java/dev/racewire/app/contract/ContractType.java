// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/** The types of a contract's properties, from Avro's. */
final class ContractType {

    private ContractType() {}

    private static Map<String, Object> of(Schema schema) {
        Map<String, Object> type = new LinkedHashMap<>();
        switch (schema.getType()) {
            case UNION -> type.putAll(of(present(schema)));
            case RECORD -> {
                named(type, "object", schema.getName());
                type.put("properties", properties(schema));
            }
            case ARRAY -> {
                named(type, "array", "array");
                type.put("items", of(schema.getElementType()));
            }
            case MAP -> named(type, "object", "map of " + schema.getValueType().getName());
            case LONG ->
                named(
                        type,
                        schema.getLogicalType() == null ? "integer" : "timestamp",
                        schema.getLogicalType() == null
                                ? "long"
                                : schema.getLogicalType().getName());
            case INT -> named(type, "integer", "int");
            case FLOAT, DOUBLE -> named(type, "number", schema.getName());
            case BOOLEAN -> named(type, "boolean", "boolean");
            case ENUM -> named(type, "string", "enum " + String.join(", ", schema.getEnumSymbols()));
            default -> named(type, "string", schema.getName());
        }
        return type;
    }

    private static void named(Map<String, Object> type, String logical, String physical) {
        type.put("logicalType", logical);
        type.put("physicalType", physical);
    }

    private static Schema present(Schema union) {
        return union.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a union of nothing: " + union));
    }

    /** The fields of a record. */
    static List<Object> properties(Schema record) {
        List<Object> properties = new ArrayList<>();
        for (Schema.Field field : record.getFields()) {
            Map<String, Object> property = new LinkedHashMap<>();
            property.put("name", field.name());
            property.putAll(of(field.schema()));
            property.put("required", !field.schema().isNullable());
            property.put("description", field.doc());
            properties.add(property);
        }
        return properties;
    }
}
