// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.runtime.registry;

import dev.racewire.schemas.RegisteredSchema;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Topics;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Speaks a registry's ids on the wire while the program keeps its own: values of the public Kafka topics change their
 * four bytes of schema id on the way out and on the way in, and nothing else. Ids are asked for once. An id that the
 * registry does not know, or that is no schema of ours, gets its highest bit turned over, so that no reader takes it for
 * one of ours; going out, it is turned back.
 */
public final class SchemaIds {

    private static final int HEADER = 5;
    private static final int FOREIGN = Integer.MIN_VALUE;

    private final SchemaRegistry registry;
    private final String prefix;
    private final Set<String> topics;
    private final SchemaHistory history = SchemaHistory.bundled();
    private final Map<Integer, Integer> theirs = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> ours = new ConcurrentHashMap<>();

    /** The ids of that registry for the Kafka topics with that prefix. */
    public SchemaIds(SchemaRegistry registry, String topicPrefix) {
        this.registry = registry;
        this.prefix = topicPrefix;
        this.topics = Topics.all().stream().map(topic -> topic.in(topicPrefix)).collect(Collectors.toUnmodifiableSet());
    }

    /** The same registry for another prefix. */
    public SchemaIds withTopicPrefix(String topicPrefix) {
        return new SchemaIds(registry, topicPrefix);
    }

    /** Publishes every schema of ours, oldest first. */
    public void publish() throws RegistryException {
        for (RegisteredSchema schema : history.all()) {
            publish(schema);
        }
    }

    /** Writes values with the registry's ids. */
    public Serializer<byte[]> serializer() {
        return (topic, value) -> changed(topic, value, this::theirs);
    }

    /** Reads values with the registry's ids. */
    public Deserializer<byte[]> deserializer() {
        return (topic, value) -> changed(topic, value, this::ours);
    }

    @SuppressWarnings("NullAway") // Kafka's null is a deletion mark, on both sides
    private byte[] changed(String topic, byte @Nullable [] value, Change change) {
        if (value == null || value.length < HEADER || value[0] != 0 || !topics.contains(topic)) {
            return value;
        }
        try {
            int id = ByteBuffer.wrap(value, 1, Integer.BYTES).getInt();
            byte[] copy = value.clone();
            ByteBuffer.wrap(copy, 1, Integer.BYTES).putInt(change.of(id));
            return copy;
        } catch (RegistryException e) {
            throw new SerializationException(e.getMessage(), e);
        }
    }

    private int theirs(int id) throws RegistryException {
        Integer known = theirs.get(id);
        if (known != null) {
            return known;
        }
        Optional<RegisteredSchema> schema = history.byId(id);
        return schema.isPresent() ? publish(schema.get()) : id ^ FOREIGN;
    }

    private int publish(RegisteredSchema schema) throws RegistryException {
        int id = registry.register(prefix + schema.subject(), schema.schema());
        theirs.put(schema.id(), id);
        ours.put(id, schema.id());
        return id;
    }

    private int ours(int id) throws RegistryException {
        Integer known = ours.get(id);
        if (known != null) {
            return known;
        }
        int found = id < 0
                ? id ^ FOREIGN
                : registry.schema(id)
                        .flatMap(this::published)
                        .map(RegisteredSchema::id)
                        .orElse(id ^ FOREIGN);
        if (found >= 0) {
            ours.put(id, found);
        }
        return found;
    }

    /** Our schema that reads the same bytes, whatever its documentation. */
    private Optional<RegisteredSchema> published(Schema schema) {
        String form = SchemaNormalization.toParsingForm(schema);
        return history.all().stream()
                .filter(known ->
                        SchemaNormalization.toParsingForm(known.schema()).equals(form))
                .findFirst();
    }

    /** From one id to the other. */
    private interface Change {
        int of(int id) throws RegistryException;
    }
}
