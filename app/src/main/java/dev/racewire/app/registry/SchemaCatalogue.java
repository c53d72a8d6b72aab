// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.registry;

import dev.racewire.schemas.RegisteredSchema;
import dev.racewire.schemas.SchemaHistory;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;

/** The schema history by subject, the registry's word for the values of one Kafka topic. */
final class SchemaCatalogue {

    private final SchemaHistory history;
    private final String prefix;

    SchemaCatalogue(SchemaHistory history, String topicPrefix) {
        this.history = history;
        this.prefix = topicPrefix;
    }

    List<String> subjects() {
        return history.all().stream().map(this::subjectOf).distinct().sorted().toList();
    }

    List<RegisteredSchema> all() {
        return List.copyOf(history.all());
    }

    Optional<RegisteredSchema> byId(int id) {
        return history.byId(id);
    }

    String subjectOf(RegisteredSchema schema) {
        return prefix + schema.subject();
    }

    /** The versions of a subject, oldest first; none when there is no such subject. */
    List<RegisteredSchema> versions(String subject) {
        return history.all().stream()
                .filter(schema -> subjectOf(schema).equals(subject))
                .toList();
    }

    /** The version of the subject that means the same as this schema, whatever its documentation and layout. */
    Optional<RegisteredSchema> lookup(String subject, Schema schema) {
        String form = SchemaNormalization.toParsingForm(schema);
        return versions(subject).stream()
                .filter(known -> known.schema().equals(schema)
                        || SchemaNormalization.toParsingForm(known.schema()).equals(form))
                .findFirst();
    }

    /** Whether each of the two reads what the other wrote. */
    static boolean compatible(Schema one, Schema other) {
        return reads(one, other) && reads(other, one);
    }

    private static boolean reads(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                        .getType()
                == SchemaCompatibilityType.COMPATIBLE;
    }
}
