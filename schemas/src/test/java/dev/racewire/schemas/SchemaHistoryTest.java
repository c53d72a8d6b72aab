// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;

/** The contract: what was published stays readable, both ways, for ever. */
class SchemaHistoryTest {

    private final SchemaHistory history = SchemaHistory.bundled();

    @Test
    void everyTopicPublishesTodaysSchemaAsItsNewestVersion() {
        for (KafkaTopic topic : Topics.all()) {
            topic.value().ifPresent(type -> {
                List<RegisteredSchema> versions = history.versions(topic.name());
                assertThat(versions).as(topic.name()).isNotEmpty();
                assertThat(versions.get(versions.size() - 1).schema())
                        .as("newest published schema of %s: after a change, add it to schemas/history", topic.name())
                        .isEqualTo(SchemaHistory.published(SpecificData.get().getSchema(type)));
            });
        }
    }

    @Test
    void idsAreUniqueAndVersionsCountFromOne() {
        Set<Integer> ids = new HashSet<>();
        for (RegisteredSchema registered : history.all()) {
            assertThat(ids.add(registered.id()))
                    .as("id %s is unique", registered.id())
                    .isTrue();
            assertThat(Topics.named(registered.topic())).as(registered.topic()).isPresent();
        }
        for (KafkaTopic topic : Topics.all()) {
            List<RegisteredSchema> versions = history.versions(topic.name());
            for (int i = 0; i < versions.size(); i++) {
                assertThat(versions.get(i).version()).isEqualTo(i + 1);
            }
        }
    }

    @Test
    void everyVersionReadsEveryOther() throws SchemaValidationException {
        SchemaValidator mutual =
                new SchemaValidatorBuilder().mutualReadStrategy().validateAll();
        for (KafkaTopic topic : Topics.all()) {
            List<Schema> earlier = new ArrayList<>();
            for (RegisteredSchema registered : history.versions(topic.name())) {
                mutual.validate(registered.schema(), earlier);
                earlier.add(0, registered.schema());
            }
        }
    }

    @Test
    void aFieldThatIsAddedWithoutADefaultIsRefused() {
        Schema today = Count.getClassSchema();
        List<Schema.Field> fields = new ArrayList<>();
        today.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        fields.add(new Schema.Field("careless", Schema.create(Schema.Type.LONG), "no default"));
        Schema careless = Schema.createRecord("Count", "doc", today.getNamespace(), false, fields);

        SchemaValidator mutual =
                new SchemaValidatorBuilder().mutualReadStrategy().validateAll();

        assertThatThrownBy(() -> mutual.validate(careless, List.of(today)))
                .isInstanceOf(SchemaValidationException.class);
    }

    @Test
    void everythingIsDocumentedAndEveryEnumHasADefault() {
        Set<String> visited = new HashSet<>();
        for (RegisteredSchema registered : history.all()) {
            checkDocumented(registered.schema(), visited);
        }
    }

    private static void checkDocumented(Schema schema, Set<String> visited) {
        switch (schema.getType()) {
            case RECORD -> {
                if (visited.add(schema.getFullName())) {
                    assertThat(schema.getDoc()).as(schema.getFullName()).isNotBlank();
                    schema.getFields().forEach(field -> {
                        assertThat(field.doc())
                                .as("%s.%s", schema.getName(), field.name())
                                .isNotBlank();
                        checkDocumented(field.schema(), visited);
                    });
                }
            }
            case ENUM ->
                assertThat(schema.getEnumDefault()).as(schema.getFullName()).isNotBlank();
            case ARRAY -> checkDocumented(schema.getElementType(), visited);
            case MAP -> checkDocumented(schema.getValueType(), visited);
            case UNION -> schema.getTypes().forEach(type -> checkDocumented(type, visited));
            default -> {}
        }
    }
}
