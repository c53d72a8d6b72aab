// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Answers as JSON; instants are ISO 8601 in UTC. */
public final class Json {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().registerModule(new SimpleModule().addSerializer(Instant.class, new InstantText()));

    private Json() {}

    private static final class InstantText extends JsonSerializer<Instant> {
        @Override
        public void serialize(Instant instant, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(instant.toString());
        }
    }

    static byte[] of(Answer answer) {
        Map<String, Object> body = new LinkedHashMap<>(answer.head());
        if (answer instanceof Answer.Table<?> table) {
            body.put(table.name(), table.rows());
        }
        return bytes(body);
    }

    /** A problem document. */
    static byte[] of(Problem problem) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(
                "type",
                "/problems/" + problem.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        body.put("title", problem.kind().title());
        body.put("status", problem.kind().status());
        body.put("detail", problem.detail());
        return bytes(body);
    }

    /** Any record or map. */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write JSON of " + value.getClass(), e);
        }
    }
}
