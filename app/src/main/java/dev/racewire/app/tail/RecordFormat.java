// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.tail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** How records are written. */
public enum RecordFormat {
    /** An object a line. */
    json {
        @Override
        void write(ObjectNode record, ConsumerRecord<String, byte[]> origin, PrintStream out) {
            out.println(record);
        }
    },
    /** A line of cells; the value's fields are columns, what is nested is JSON in its cell. */
    csv {
        @Override
        void header(ObjectNode record, PrintStream out) {
            List<String> names = new ArrayList<>();
            record.properties().forEach(field -> {
                if (field.getKey().equals(RecordReader.VALUE)
                        && field.getValue().isObject()) {
                    field.getValue().fieldNames().forEachRemaining(names::add);
                } else {
                    names.add(field.getKey());
                }
            });
            out.println(String.join(",", names));
        }

        @Override
        void write(ObjectNode record, ConsumerRecord<String, byte[]> origin, PrintStream out) {
            List<String> cells = new ArrayList<>();
            record.properties().forEach(field -> {
                if (field.getKey().equals(RecordReader.VALUE)
                        && field.getValue().isObject()) {
                    field.getValue().forEach(inner -> cells.add(cell(inner)));
                } else {
                    cells.add(cell(field.getValue()));
                }
            });
            out.println(String.join(",", cells));
        }
    },
    /** The bytes of the value as they are, and a line end. */
    raw {
        @Override
        void write(ObjectNode record, ConsumerRecord<String, byte[]> origin, PrintStream out) {
            byte[] value = origin.value();
            if (value != null) {
                out.write(value, 0, value.length);
            }
            out.write('\n');
        }
    };

    /** Written once, before the first record. */
    void header(ObjectNode record, PrintStream out) {}

    abstract void write(ObjectNode record, ConsumerRecord<String, byte[]> origin, PrintStream out);

    private static String cell(JsonNode value) {
        String text = value.isNull() ? "" : value.isValueNode() ? value.asText() : value.toString();
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
