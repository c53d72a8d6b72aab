// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/** All schemas ever published, as {@code schemas/history/ids.csv} lists them: append-only. */
public final class SchemaHistory {

    private static final String FOLDER = "history/";
    private static final String JAVA_STRING = ",\"avro.java.string\":\"String\"";
    private static final SchemaHistory BUNDLED = load();

    private final Map<Integer, RegisteredSchema> byId;

    private SchemaHistory(Map<Integer, RegisteredSchema> byId) {
        this.byId = byId;
    }

    /** The history that this build carries. */
    public static SchemaHistory bundled() {
        return BUNDLED;
    }

    /** The schema of that id. */
    public Optional<RegisteredSchema> byId(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All schemas by ascending id. */
    public Collection<RegisteredSchema> all() {
        return byId.values();
    }

    /** The versions of a Kafka topic's schema, oldest first. */
    public List<RegisteredSchema> versions(String topic) {
        return byId.values().stream().filter(s -> s.topic().equals(topic)).toList();
    }

    /** The entry that holds exactly this schema, with its documentation and defaults. */
    public Optional<RegisteredSchema> of(Schema schema) {
        Schema published = published(schema);
        return byId.values().stream()
                .filter(registered -> registered.schema().equals(published))
                .findFirst();
    }

    /** The schema of a generated class as it was published: without the note that Java reads strings as String. */
    static Schema published(Schema schema) {
        return new Schema.Parser().parse(schema.toString().replace(JAVA_STRING, ""));
    }

    private static SchemaHistory load() {
        Map<Integer, RegisteredSchema> byId = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>(read("ids.csv").lines().skip(1).toList());
        for (String line : lines) {
            String[] cells = line.split(",", -1);
            int id = Integer.parseInt(cells[0]);
            Schema schema = new Schema.Parser().parse(read(cells[3]));
            byId.put(id, new RegisteredSchema(id, cells[1], Integer.parseInt(cells[2]), schema));
        }
        return new SchemaHistory(byId);
    }

    private static String read(String name) {
        try (InputStream in = SchemaHistory.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the schema history lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
