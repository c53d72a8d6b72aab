// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.racewire.dashboard.Feeding;
import dev.racewire.dashboard.News;
import dev.racewire.dashboard.SampleWeek;
import dev.racewire.dashboard.ops.MeterHistory;
import dev.racewire.dashboard.query.Agreement;
import dev.racewire.dashboard.query.Completeness;
import dev.racewire.dashboard.subscribe.Progress;
import dev.racewire.runtime.lifecycle.Readiness;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final Feeding feeding = new Feeding();
    private final Api api = new Api(
            feeding.view(),
            () -> new Progress(Readiness.State.READY, 1, 1, 0, ""),
            Optional.of("SAMPLE"),
            Completeness.FirstPolls.REACH_BACK,
            new Agreement(),
            new MeterHistory(new SimpleMeterRegistry()),
            InstantSource.fixed(NOW));

    ApiTest() {
        SampleWeek.into(feeding, NOW);
        feeding.publish(NOW);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    matrix | country=XQ | UNKNOWN_COUNTRY
                    matrix | country=usa | UNKNOWN_COUNTRY
                    matrix | outletCountry=1 | UNKNOWN_COUNTRY
                    matrix | topic=nonsense | UNKNOWN_TOPIC
                    matrix | language=english | UNKNOWN_LANGUAGE
                    matrix | window=fortnight | UNKNOWN_WINDOW
                    matrix | window=0h | UNKNOWN_WINDOW
                    matrix | window=900d | UNKNOWN_WINDOW
                    matrix | from=2026-11-24&to=2026-11-20 | BAD_RANGE
                    matrix | from=2000-01-01&to=2026-11-20 | BAD_RANGE
                    matrix | from=yesterday | BAD_VALUE
                    matrix | by=aliens | BAD_VALUE
                    matrix | rivalry=maybe | BAD_VALUE
                    matrix | contry=US | UNKNOWN_PARAMETER
                    matrix | format=xml | BAD_VALUE
                    series | cells=US | BAD_VALUE
                    series | cells=US:chips,CN:chips,GB:chips,JP:chips,KR:chips,TW:chips,FR:chips | BAD_VALUE
                    series | step=1m | BAD_RANGE
                    series | step=quickly | BAD_VALUE
                    counts | window=PT2H | UNKNOWN_WINDOW
                    counts | topic=nonsense | UNKNOWN_TOPIC
                    coverage | window=P7D | UNKNOWN_WINDOW
                    articles | cursor=abc | BAD_CURSOR
                    articles | limit=0 | BAD_VALUE
                    articles | limit=many | BAD_VALUE
                    articles/nothing | '' | NOT_FOUND
                    stories/nothing | '' | NOT_FOUND
                    taxonomy/nothing | '' | NOT_FOUND
                    nonsense | '' | NOT_FOUND
                    status | format=csv | NO_CSV
                    """)
    void refusesWhatItCannotAnswer(String path, String query, Problem.Kind kind) {
        Problem problem = catchThrowableOfType(Problem.class, () -> ask(path, query));
        assertThat(problem.kind()).isEqualTo(kind);
        assertThat(problem.detail()).isNotEmpty();
    }

    @Test
    void repeatsLittleOfAStrangersText() {
        String query = "topic=" + "x".repeat(400);
        Problem problem = catchThrowableOfType(Problem.class, () -> ask("matrix", query));
        assertThat(problem.detail()).hasSizeLessThan(150);
        assertThat(catchThrowableOfType(Problem.class, () -> ask("matrix", "q=" + "x".repeat(501)))
                        .kind())
                .isEqualTo(Problem.Kind.BAD_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EU", "US", "TW", "XK"})
    void knowsCountriesAndBlocsByTheirCodes(String code) throws IOException {
        assertThat(json("matrix", "country=" + code)
                        .path("filter")
                        .path("country")
                        .asText())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"matrix", "series", "counts", "articles", "feeds", "coverage"})
    void csvEqualsJson(String resource) throws IOException {
        String name = switch (resource) {
            case "matrix" -> "cells";
            case "series" -> "points";
            default -> resource;
        };
        String query = resource.equals("coverage") ? "window=PT1H" : "";
        JsonNode rows = json(resource, query).path(name);
        List<CSVRecord> records = csv(text(resource + ".csv", query));
        assertThat(records).hasSameSizeAs(rows).isNotEmpty();
        for (int i = 0; i < records.size(); i++) {
            for (Map.Entry<String, String> cell : records.get(i).toMap().entrySet()) {
                JsonNode value = rows.get(i).path(cell.getKey());
                if (value.isValueNode()) {
                    assertThat(cell.getValue()).as(cell.getKey()).isEqualTo(value.isNull() ? "" : value.asText());
                }
            }
        }
    }

    @Test
    void everyAnswerCarriesTheLabelOfMadeUpData() throws IOException {
        for (String resource :
                List.of("matrix", "series", "counts", "articles", "stories", "feeds", "coverage", "gaps")) {
            assertThat(json(resource, "").path("sample").asText()).isEqualTo("SAMPLE");
            assertThat(text(resource, "format=csv")).startsWith("# sample: SAMPLE");
        }
        assertThat(json("status", "").path("sample").asText()).isEqualTo("SAMPLE");
        assertThat(json("taxonomy", "").path("sample").asText()).isEqualTo("SAMPLE");
    }

    @Test
    void aTitleCannotRunAsAFormula() throws IOException {
        feeding.article(News.article("evil", NOW.minusSeconds(5), "US", "chips")
                .setTitle("=HYPERLINK(\"http://evil.example\")")
                .build());
        feeding.publish(NOW);
        assertThat(csv(text("articles", "format=csv&limit=1")).get(0).get("title"))
                .isEqualTo("'=HYPERLINK(\"http://evil.example\")");
    }

    @ParameterizedTest
    @CsvSource({"javascript:alert(1),", "ftp://a.example/x,", "https://a.example/x,https://a.example/x"})
    void onlyWebLinksAreShown(String link, String shown) throws IOException {
        feeding.article(News.article("l", NOW.minusSeconds(5), "US", "chips")
                .setLink(link)
                .build());
        feeding.publish(NOW);
        assertThat(json("articles/l", "").path("articles").get(0).path("link").asText(null))
                .isEqualTo(shown);
    }

    @Test
    void aStoryBringsItsCopiesFolded() throws IOException {
        JsonNode story = json("stories/s0", "").path("stories").get(0);
        assertThat(story.path("articles").asInt()).isGreaterThan(1);
        assertThat(story.path("copies")).hasSize(story.path("articles").asInt() - 1);
        assertThat(story.path("lead").path("evidence")).isNotEmpty();
    }

    @Test
    void taxonomyCanBeOpenedToItsFiles() throws IOException {
        assertThat(json("taxonomy", "").path("topics")).hasSize(13);
        assertThat(json("taxonomy/" + SampleWeek.VERSION, "").path("files").has("gate.yml"))
                .isTrue();
    }

    private JsonNode json(String path, String query) throws IOException {
        return new ObjectMapper().readTree(text(path, query));
    }

    private String text(String path, String query) {
        return StandardCharsets.UTF_8
                .decode(ask(path, query).bytes().duplicate())
                .toString();
    }

    private Body ask(String path, String query) {
        Map<String, List<String>> parameters = new HashMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], List.of(parts[1]));
        }
        return api.answer(Api.ROOT + path, parameters, false);
    }

    private static List<CSVRecord> csv(String text) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setCommentMarker('#')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            return parser.getRecords();
        }
    }
}
