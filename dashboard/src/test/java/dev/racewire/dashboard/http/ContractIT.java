// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.racewire.dashboard.SampleWeek;
import dev.racewire.dashboard.TestServer;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.yaml.snakeyaml.Yaml;

/** The published description against the running server; cell feeds against their formats. */
class ContractIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = new TestServer(Map.of());
        SampleWeek.into(server.feeding(), Instant.now());
        server.publish();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void describesEveryResourceAndParameterAndNoOther() throws Exception {
        JsonNode api = openApi();
        Map<String, Set<String>> described = new TreeMap<>();
        api.path("paths").properties().forEach(path -> {
            String name = path.getKey().replace("/api/v1/", "");
            if (path.getKey().startsWith("/api/v1/") && !name.contains("/") && !name.equals("stream")) {
                Set<String> names = new TreeSet<>();
                path.getValue()
                        .path("get")
                        .path("parameters")
                        .forEach(reference -> names.add(parameter(api, reference)));
                described.put(name, names);
            }
        });
        assertThat(described).isEqualTo(server.resources());
    }

    @Test
    void answersAreAsDescribed() throws Exception {
        JsonNode api = openApi();
        for (String resource :
                List.of("counts", "matrix", "series", "articles", "stories", "feeds", "coverage?window=PT1H")) {
            String name = resource.replaceAll("[?].*", "");
            JsonNode parts = api.at("/paths/~1api~1v1~1" + name
                    + "/get/responses/200/content/application~1json/schema/allOf/1/properties");
            String rows = parts.fieldNames().next();
            JsonNode schema = api.at(parts.path(rows).at("/items/$ref").asText().substring(1));
            JsonNode row =
                    JSON.readTree(get("/api/v1/" + resource).body()).path(rows).get(0);
            assertThat(row).as(resource).isNotNull();
            Set<String> described = new TreeSet<>();
            schema.path("properties").fieldNames().forEachRemaining(described::add);
            Set<String> found = new TreeSet<>();
            row.fieldNames().forEachRemaining(found::add);
            assertThat(found).as(resource).isEqualTo(described);
        }
    }

    @Test
    void anAtomFeedHasWhatAtomWants() throws Exception {
        HttpResponse<String> answer = get("/feeds/US/chips.atom");
        assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("application/atom+xml");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)));
        Element feed = document.getDocumentElement();
        assertThat(feed.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        assertThat(feed.getElementsByTagName("entry").getLength()).isPositive();
        for (int i = 0; i < feed.getElementsByTagName("entry").getLength(); i++) {
            Element entry = (Element) feed.getElementsByTagName("entry").item(i);
            assertThat(entry.getElementsByTagName("id").item(0).getTextContent())
                    .startsWith("tag:");
            Instant.parse(entry.getElementsByTagName("updated").item(0).getTextContent());
            assertThat(entry.getElementsByTagName("title").item(0).getTextContent())
                    .isNotBlank();
        }
    }

    @Test
    void aJsonFeedHasWhatJsonFeedWants() throws Exception {
        JsonNode feed = JSON.readTree(get("/feeds/all/chips.json").body());
        assertThat(feed.path("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.path("title").asText()).contains("all countries, Chips");
        assertThat(feed.path("items")).isNotEmpty().allSatisfy(item -> {
            assertThat(item.path("id").asText()).isNotBlank();
            assertThat(item.path("content_text").asText()).isNotBlank();
        });
    }

    @Test
    void aFeedReaderThatHasEverythingGetsNotModified() throws Exception {
        String tag = get("/feeds/US/all.atom").headers().firstValue("etag").orElseThrow();
        HttpRequest again = HttpRequest.newBuilder(server.address("/feeds/US/all.atom"))
                .header("If-None-Match", tag)
                .build();
        assertThat(client.send(again, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(304);
    }

    @Test
    void thereIsNoFeedOfAnUnknownCell() throws Exception {
        assertThat(get("/feeds/XQ/chips.atom").statusCode()).isEqualTo(400);
        assertThat(get("/feeds/US/nonsense.json").statusCode()).isEqualTo(400);
        assertThat(get("/feeds/US.atom").statusCode()).isEqualTo(404);
    }

    private JsonNode openApi() throws Exception {
        return JSON.valueToTree(new Yaml().load(get("/api/openapi.yaml").body()));
    }

    private static String parameter(JsonNode api, JsonNode reference) {
        JsonNode direct = reference.path("name");
        return direct.isMissingNode()
                ? api.at(reference.path("$ref").asText().substring(1))
                        .path("name")
                        .asText()
                : direct.asText();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(server.address(path)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
