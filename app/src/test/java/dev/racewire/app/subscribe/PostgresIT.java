// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.subscribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.racewire.app.foreign.ForeignProgram;
import dev.racewire.app.foreign.Newsroom;
import dev.racewire.app.foreign.Page;
import dev.racewire.app.foreign.PostgresServer;
import dev.racewire.app.foreign.Tools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipe of {@code docs/postgres.md}, followed as it stands there: its numbers equal the API's, through edits too. */
class PostgresIT {

    private static final List<String> TITLES = List.of(
            "China bans Nvidia AI chips in state data centres as export controls bite",
            "United States widens export controls on AI chips to China",
            "Japan and South Korea sign pact on artificial intelligence research",
            "European Union fines US lab under its artificial intelligence law");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ARTICLES = 40;

    private final Page page;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final Instant since = now.minus(Duration.ofMinutes(30 * 60 - 10));
    private final Instant until = now.plus(Duration.ofHours(1));

    @TempDir
    private Path folder;

    PostgresIT() throws Exception {
        page = Page.of("postgres.md");
    }

    @Test
    void numbersEqualTheApisThroughEditsAndARestart() throws Exception {
        String python = Tools.python(
                "confluent_kafka, avro, requests, psycopg2",
                "python3-confluent-kafka python3-avro python3-requests python3-psycopg2");
        Files.writeString(folder.resolve("racewire.sql"), page.block("sql"));
        Files.writeString(folder.resolve("load.py"), page.block("python"));
        try (PostgresServer postgres = PostgresServer.start();
                Newsroom newsroom = Newsroom.open(folder.resolve("newsroom"))) {
            Map<String, String> environment = new TreeMap<>(postgres.environment());
            environment.put("KAFKA", newsroom.clients().bootstrapServers());
            environment.put("REGISTRY", newsroom.registry());
            follow(environment, "createdb");
            follow(environment, "psql -d racewire -f");
            for (int i = 0; i < ARTICLES; i++) {
                publish(newsroom, i, TITLES.get(i % TITLES.size()), 0);
            }
            try (ForeignProgram loader = load(environment, python)) {
                awaitSameNumbers(newsroom, environment, loader, ARTICLES);
            } // killed: the next one goes on where the last batch ended
            for (int i = 0; i < ARTICLES; i += 2) {
                publish(newsroom, i, i % 4 == 0 ? "Bakers argue about the price of bread" : TITLES.get(0), 1);
            }
            try (ForeignProgram loader = load(environment, python)) {
                awaitSameNumbers(newsroom, environment, loader, ARTICLES - ARTICLES / 4);
            }
            assertThat(select(environment, "select count(*) from racewire_articles where state = 'RETRACTED'"))
                    .containsExactly(String.valueOf(ARTICLES / 4));
        }
    }

    private void publish(Newsroom newsroom, int number, String title, int revision) throws Exception {
        Instant published = now.minus(Duration.ofHours(number));
        newsroom.publish(
                number,
                "outlet" + number % 7,
                title + " " + number,
                published,
                now.plusMillis(number + 1_000L * revision));
    }

    private ForeignProgram load(Map<String, String> environment, String python) throws Exception {
        String command = page.command("python3 load.py").replace("python3", python);
        return ForeignProgram.start(folder, environment, List.of("sh", "-c", "exec " + command));
    }

    private void follow(Map<String, String> environment, String start) throws Exception {
        try (ForeignProgram program =
                ForeignProgram.start(folder, environment, List.of("sh", "-c", page.command(start)))) {
            assertThat(program.end()).as(program.complaints()).isZero();
        }
    }

    private void awaitSameNumbers(
            Newsroom newsroom, Map<String, String> environment, ForeignProgram loader, int articles) {
        String span = "from=" + since + "&to=" + until;
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(700)).untilAsserted(() -> {
            assertThat(loader.isAlive()).as(loader.complaints()).isTrue();
            assertThat(select(environment, "select sum(articles) from racewire_daily_world"))
                    .containsExactly(String.valueOf(articles));
            assertThat(cells(environment)).isEqualTo(cells(newsroom));
            assertThat(select(
                            environment,
                            "select concat_ws(' ', country, topic, articles, stories, publishers) from racewire_span('"
                                    + since + "', '" + until + "')"))
                    .containsExactlyInAnyOrderElementsOf(matrix(newsroom.ask("matrix?" + span)));
        });
    }

    /** All daily cells of the API as "day country topic articles stories publishers rivalries". */
    private Map<String, String> cells(Newsroom newsroom) throws Exception {
        Map<String, String> cells = new TreeMap<>();
        JsonNode answer = newsroom.ask(
                "counts?window=P1D&from=" + now.minus(Duration.ofDays(4)) + "&to=" + now.plus(Duration.ofDays(1)));
        for (JsonNode cell : answer.get("counts")) {
            if (cell.get("articles").asLong() > 0) {
                String day = cell.get("windowStart").asText().substring(0, 10);
                cells.put(
                        day + " " + cell.get("country").asText() + " "
                                + cell.get("topic").asText(),
                        numbers(cell) + " " + cell.get("rivalries").asText());
            }
        }
        return cells;
    }

    /** The same from the four views. */
    private Map<String, String> cells(Map<String, String> environment) throws Exception {
        String numbers = "articles, stories, publishers, rivalries";
        String views = String.join(
                " union all ",
                "select day, '*' as country, '*' as topic, " + numbers + " from racewire_daily_world",
                "select day, country, '*', " + numbers + " from racewire_daily_countries",
                "select day, '*', topic, " + numbers + " from racewire_daily_topics",
                "select day, country, topic, " + numbers + " from racewire_daily_cells");
        Map<String, String> cells = new TreeMap<>();
        for (String line : select(
                environment, "select day, country, topic, concat_ws(' ', " + numbers + ") from (" + views + ") v")) {
            String[] parts = line.split("\\|");
            cells.put(parts[0] + " " + parts[1] + " " + parts[2], parts[3]);
        }
        return cells;
    }

    private static List<String> matrix(JsonNode answer) {
        List<String> rows = new ArrayList<>();
        answer.get("cells")
                .forEach(cell -> rows.add(
                        cell.get("country").asText() + " " + cell.get("topic").asText() + " " + numbers(cell)));
        return rows;
    }

    private static String numbers(JsonNode cell) {
        return cell.get("articles").asText() + " " + cell.get("stories").asText() + " "
                + cell.get("publishers").asText();
    }

    private List<String> select(Map<String, String> environment, String query) throws Exception {
        try (ForeignProgram psql =
                ForeignProgram.start(folder, environment, List.of("psql", "-d", "racewire", "-At", "-c", query))) {
            assertThat(psql.end()).as(psql.complaints()).isZero();
            return psql.lines();
        }
    }
}
