// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.racewire.schemas.RegisteredSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * What the registry answers to a request: the part of Confluent's REST interface that readers and writers of known
 * schemas use.
 *
 * @see <a href="https://docs.confluent.io/platform/current/schema-registry/develop/api.html">Reference</a>
 */
final class RegistryApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LATEST = "latest";
    private static final String ANY_VERSION = "";

    private final SchemaCatalogue catalogue;

    RegistryApi(SchemaCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The answer to a request; {@code path} holds the decoded parts of its path. */
    Answer answer(String method, List<String> path, String body) {
        if (method.equals("POST")) {
            return post(path, body);
        }
        return method.equals("GET") ? get(path) : Answer.methodNotAllowed();
    }

    private Answer get(List<String> path) {
        if (path.isEmpty()) {
            return Answer.ok(Map.of());
        }
        return switch (path.get(0)) {
            case "subjects" -> subjects(path);
            case "schemas" -> schemas(path);
            case "config" -> Answer.ok(Map.of("compatibilityLevel", "FULL_TRANSITIVE"));
            case "mode" -> Answer.ok(Map.of("mode", "READONLY"));
            default -> Answer.noSuchPath();
        };
    }

    private Answer subjects(List<String> path) {
        if (path.size() == 1) {
            return Answer.ok(catalogue.subjects());
        }
        if (path.size() < 3 || path.size() > 5 || !path.get(2).equals("versions")) {
            return Answer.noSuchPath();
        }
        if (path.size() == 3) {
            return ofSubject(
                    path.get(1),
                    versions -> Answer.ok(
                            versions.stream().map(RegisteredSchema::version).toList()));
        }
        if (path.size() == 4) {
            return ofVersion(path.get(1), path.get(3), schema -> Answer.ok(described(schema)));
        }
        return path.get(4).equals("schema")
                ? ofVersion(path.get(1), path.get(3), schema -> Answer.ok(raw(schema)))
                : Answer.noSuchPath();
    }

    private Answer schemas(List<String> path) {
        if (path.size() == 1) {
            return Answer.ok(catalogue.all().stream().map(this::described).toList());
        }
        if (path.size() == 2 && path.get(1).equals("types")) {
            return Answer.ok(List.of("AVRO"));
        }
        if (path.size() < 3 || path.size() > 4 || !path.get(1).equals("ids")) {
            return Answer.noSuchPath();
        }
        return number(path.get(2))
                .flatMap(catalogue::byId)
                .map(schema -> ofId(schema, path.size() == 3 ? ANY_VERSION : path.get(3)))
                .orElseGet(() -> Answer.noSchema(path.get(2) + " "));
    }

    private Answer ofId(RegisteredSchema schema, String part) {
        String subject = catalogue.subjectOf(schema);
        return switch (part) {
            case ANY_VERSION -> Answer.ok(Map.of("schema", schema.schema().toString()));
            case "schema" -> Answer.ok(raw(schema));
            case "subjects" -> Answer.ok(List.of(subject));
            case "versions" -> Answer.ok(List.of(Map.of("subject", subject, "version", schema.version())));
            default -> Answer.noSuchPath();
        };
    }

    private Answer post(List<String> path, String body) {
        if (path.size() == 2 && path.get(0).equals("subjects")) {
            return ofKnown(path.get(1), body, schema -> Answer.ok(described(schema)), s -> Answer.noSchema(""));
        }
        if (path.size() == 3 && path.get(0).equals("subjects") && path.get(2).equals("versions")) {
            return ofKnown(path.get(1), body, schema -> Answer.ok(Map.of("id", schema.id())), Answer::readOnly);
        }
        boolean compatibility = path.size() >= 4
                && path.size() <= 5
                && path.subList(0, 2).equals(List.of("compatibility", "subjects"))
                && path.get(3).equals("versions");
        if (compatibility) {
            return compatibility(path.get(2), path.size() == 5 ? path.get(4) : ANY_VERSION, body);
        }
        return Answer.methodNotAllowed();
    }

    private Answer ofKnown(
            String subject, String body, Function<RegisteredSchema, Answer> known, Function<String, Answer> unknown) {
        return ofBody(
                subject,
                body,
                (versions, schema) ->
                        catalogue.lookup(subject, schema).map(known).orElseGet(() -> unknown.apply(subject)));
    }

    private Answer compatibility(String subject, String version, String body) {
        return ofBody(
                subject,
                body,
                (versions, schema) -> version.equals(ANY_VERSION)
                        ? compatible(versions, schema)
                        : ofVersion(subject, version, known -> compatible(List.of(known), schema)));
    }

    private static Answer compatible(List<RegisteredSchema> versions, Schema schema) {
        boolean all = versions.stream().allMatch(known -> SchemaCatalogue.compatible(known.schema(), schema));
        return Answer.ok(Map.of("is_compatible", all));
    }

    private Answer ofBody(String subject, String body, BiFunction<List<RegisteredSchema>, Schema, Answer> answer) {
        return ofSubject(subject, versions -> {
            try {
                JsonNode text = JSON.readTree(body).path("schema");
                Schema schema = new Schema.Parser().parse(text.asText());
                return answer.apply(versions, schema);
            } catch (JsonProcessingException | AvroRuntimeException e) {
                return Answer.invalidSchema(String.valueOf(e.getMessage()));
            }
        });
    }

    private Answer ofSubject(String subject, Function<List<RegisteredSchema>, Answer> answer) {
        List<RegisteredSchema> versions = catalogue.versions(subject);
        return versions.isEmpty() ? Answer.noSubject(subject) : answer.apply(versions);
    }

    private Answer ofVersion(String subject, String version, Function<RegisteredSchema, Answer> answer) {
        return ofSubject(subject, versions -> {
            if (version.equals(LATEST) || version.equals("-1")) {
                return answer.apply(versions.get(versions.size() - 1));
            }
            Optional<Integer> wanted = number(version).filter(number -> number > 0);
            if (wanted.isEmpty()) {
                return Answer.invalidVersion(version);
            }
            return versions.stream()
                    .filter(schema -> schema.version() == wanted.get())
                    .findFirst()
                    .map(answer)
                    .orElseGet(() -> Answer.noVersion(version));
        });
    }

    private Map<String, Object> described(RegisteredSchema schema) {
        return Map.of(
                "subject", catalogue.subjectOf(schema),
                "version", schema.version(),
                "id", schema.id(),
                "schema", schema.schema().toString());
    }

    private static Object raw(RegisteredSchema schema) {
        try {
            return JSON.readTree(schema.schema().toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("schema " + schema.id() + " is no JSON", e);
        }
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
