// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.runtime.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * A schema registry with Confluent's REST interface: Confluent's own, Apicurio (its address ends with {@code
 * /apis/ccompat/v7}), Karapace, or ours.
 *
 * @see <a href="https://docs.confluent.io/platform/current/schema-registry/develop/api.html">Reference</a>
 */
public final class HttpSchemaRegistry implements SchemaRegistry {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String TYPE = "application/vnd.schemaregistry.v1+json";
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final String address;
    private final Optional<String> userInfo;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /**
     * The registry at that address.
     *
     * @param userInfo user and password with a colon between, or empty
     */
    public HttpSchemaRegistry(URI address, Optional<String> userInfo) {
        String text = address.toString();
        this.address = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        this.userInfo = userInfo;
    }

    @Override
    public int register(String subject, Schema schema) throws RegistryException {
        String path = "/subjects/" + URLEncoder.encode(subject, StandardCharsets.UTF_8) + "/versions";
        HttpResponse<String> answer = send(
                request(path).POST(HttpRequest.BodyPublishers.ofString(write(Map.of("schema", schema.toString())))));
        if (answer.statusCode() == CONFLICT) {
            throw new RegistryException("the schema registry at " + address + " holds a schema of " + subject
                    + " that ours does not fit (" + message(answer)
                    + "): is it somebody else's? Another --topic-prefix makes other subjects");
        }
        JsonNode id = ok(answer, subject).path("id");
        if (!id.isIntegralNumber()) {
            throw new RegistryException("the schema registry at " + address + " gave " + subject + " no id");
        }
        return id.asInt();
    }

    @Override
    public Optional<Schema> schema(int id) throws RegistryException {
        HttpResponse<String> answer = send(request("/schemas/ids/" + id).GET());
        if (answer.statusCode() == NOT_FOUND) {
            return Optional.empty();
        }
        String text = ok(answer, "id " + id).path("schema").asText();
        try {
            return Optional.of(new Schema.Parser().parse(text));
        } catch (AvroRuntimeException e) {
            return Optional.empty(); // JSON schema or Protobuf: none of ours
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .header("Accept", TYPE)
                .header("Content-Type", TYPE);
        userInfo.ifPresent(info -> builder.header(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(info.getBytes(StandardCharsets.UTF_8))));
        return builder;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws RegistryException {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new RegistryException(
                    "the schema registry at " + address + " does not answer: is it running, and is"
                            + " schema.registry.url right?",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryException("interrupted while asking the schema registry at " + address, e);
        }
    }

    private JsonNode ok(HttpResponse<String> answer, String what) throws RegistryException {
        try {
            if (answer.statusCode() / 100 == 2) {
                return JSON.readTree(answer.body());
            }
        } catch (JsonProcessingException e) {
            throw new RegistryException(
                    "what answers at " + address + " is no schema registry: check schema.registry.url", e);
        }
        throw new RegistryException("the schema registry at " + address + " refuses " + what + ": status "
                + answer.statusCode() + ", " + message(answer));
    }

    private static String message(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body()).path("message").asText("no reason given");
        } catch (JsonProcessingException e) {
            return "no reason given";
        }
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of strings is always JSON", e);
        }
    }
}
