// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.racewire.app.articles.KafkaTopicReading;
import dev.racewire.app.audit.Account;
import dev.racewire.app.audit.ArticleAudit;
import dev.racewire.app.audit.AuditResult;
import dev.racewire.app.audit.Auditor;
import dev.racewire.app.audit.Fate;
import dev.racewire.app.instance.Instance;
import dev.racewire.app.instance.InstanceDirectory;
import dev.racewire.ingest.parse.FeedParser;
import dev.racewire.ingest.parse.ParseOutcome;
import dev.racewire.ingest.parse.Parsed;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.schemas.KafkaTopic;
import dev.racewire.schemas.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything in a process of its own, on feeds over HTTP, killed and started again. */
class UpIT {

    private static final int FEEDS = 5;
    private static final int STORIES = 20;
    private static final int OTHERS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    private HttpServer server;
    private final List<Process> processes = new ArrayList<>();

    @BeforeEach
    void serveFeeds() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        for (int feed = 0; feed < FEEDS; feed++) {
            byte[] body = feed(feed).getBytes(StandardCharsets.UTF_8);
            server.createContext("/" + feed, exchange -> {
                try (exchange) {
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                }
            });
        }
        server.start();
        StringBuilder list = new StringBuilder("url,name,language\n");
        for (int feed = 0; feed < FEEDS; feed++) {
            list.append("http://127.0.0.1:").append(server.getAddress().getPort());
            list.append('/').append(feed).append(",Outlet ").append(feed).append(",en\n");
        }
        Files.writeString(folder.resolve("feeds.csv"), list.append("no address,Broken,en\n"));
    }

    @AfterEach
    void stopEverything() {
        processes.forEach(Process::destroyForcibly);
        server.stop(0);
    }

    @Test
    void countsAreTheSameAfterAKill() throws Exception {
        Process first = start();
        KafkaClients clients = clients(first);
        awaitArticles(clients);
        Map<String, String> cells = cells(clients);
        assertThat(new Auditor(clients, InstantSource.system()).cells().differences())
                .isEmpty();

        first.destroyForcibly().waitFor();
        Process second = start();
        KafkaClients again = clients(second);
        awaitArticles(again);

        AuditResult audit = new Auditor(again, InstantSource.system()).cells();
        assertThat(audit.differences()).isEmpty();
        assertThat(audit.cells()).isPositive();
        assertThat(cells(again)).isEqualTo(cells);

        second.destroy(); // SIGTERM
        assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(instances().latest()).isEmpty();
        assertThat(Files.readString(log())).contains("left out of", "line 7: not an address");
    }

    @Test
    void analystsAskTheRunningSystem() throws Exception {
        KafkaClients shared = clients(start("--topic-prefix=news-"), "news-");
        awaitArticles(shared);
        assertThat(traces(shared, Topics.ARTICLES)).hasSize(FEEDS * (STORIES + OTHERS));
        assertThat(traces(shared, Topics.CLASSIFIED_ARTICLES))
                .as("each article carries the trace of the poll that brought it")
                .hasSize(FEEDS * STORIES)
                .isSubsetOf(traces(shared, Topics.ARTICLES));
        assertThat(endsOf(traces(shared, Topics.COUNTS)))
                .as("and so does each count that it changed")
                .isNotEmpty()
                .isSubsetOf(endsOf(traces(shared, Topics.ARTICLES)));

        URI page = URI.create(instances().latest().flatMap(Instance::page).orElseThrow());
        for (String feed : List.of("feeds/US/trade.atom", "feeds/all/all.json")) {
            readsItsOwnFeed(page.resolve(feed));
        }

        String drawn = racewire("sample", "--seed", "7", "--in-scope", "5", "--near", "5", "--far", "5");
        assertThat(drawn.lines()).hasSize(10).anyMatch(line -> line.contains("cake prize"));
        String id = drawn.lines()
                .filter(line -> line.contains("export controls"))
                .map(line -> line.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1"))
                .findFirst()
                .orElseThrow();
        assertThat(racewire("explain", "--article", id)).contains("in scope", "CN", "US", "export controls");
        assertThat(racewire("taxonomy", "show")).contains("in force since", "unproven language");

        Path mine = folder.resolve("mine");
        racewire("taxonomy", "show", "--export", mine.toString());
        Path gate = mine.resolve("gate.yml");
        Files.writeString(gate, Files.readString(gate).replace("{term: =AI, not: [", "{term: =AI, not: [round, "));
        assertThat(racewire("taxonomy", "check", mine.toString())).startsWith("fine: ");
        assertThat(racewire("taxonomy", "compare", mine.toString())).contains("in scope 100 -> 0 (0 in, 100 out)");
    }

    /** Cell feeds are feeds: our own parser reads them, and who polls again unchanged gets no body. */
    private static void readsItsOwnFeed(URI address) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpResponse<byte[]> first =
                client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(first.statusCode()).as(address.toString()).isEqualTo(200);
        ParseOutcome outcome = new FeedParser(InstantSource.system())
                .parse(first.body(), first.headers().firstValue("Content-Type").orElseThrow(), address);
        assertThat(outcome).isInstanceOfSatisfying(Parsed.class, parsed -> {
            assertThat(parsed.warning()).isEmpty();
            assertThat(parsed.feed().entries()).hasSizeGreaterThan(10).allSatisfy(entry -> {
                assertThat(entry.title()).contains("export controls");
                assertThat(entry.link()).startsWith("http://outlet");
            });
        });
        HttpRequest again = HttpRequest.newBuilder(address)
                .header("If-None-Match", first.headers().firstValue("ETag").orElseThrow())
                .build();
        assertThat(client.send(again, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(304);
    }

    /** Key and traceparent of each event, all of which carry the attributes of their kind too. */
    private static Set<String> traces(KafkaClients clients, KafkaTopic topic) throws Exception {
        Set<String> traces = new HashSet<>();
        try (KafkaTopicReading reading = KafkaTopicReading.open(clients, topic)) {
            reading.toEnds(event -> {
                assertThat(header(event, "ce_type")).isEqualTo(topic.eventType());
                assertThat(header(event, "ce_source"))
                        .isEqualTo("/racewire/" + topic.writer().role());
                assertThat(header(event, "ce_id")).hasSize(32);
                assertThat(header(event, "traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
                traces.add(event.key() + " " + header(event, "traceparent"));
            });
        }
        return traces;
    }

    private static Set<String> endsOf(Set<String> traces) {
        return traces.stream()
                .map(line -> line.substring(line.lastIndexOf(' ')))
                .collect(Collectors.toSet());
    }

    private static String header(ConsumerRecord<String, byte[]> event, String name) {
        assertThat(event.headers().headers(name)).as(name).hasSize(1);
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** What a command prints that finds the running system by itself. */
    private String racewire(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Duser.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.racewire.app.Main"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        processes.add(process);
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    /** Waits until every article has its fate, those in scope counted. */
    private static void awaitArticles(KafkaClients clients) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .untilAsserted(() -> {
                    Account account = new ArticleAudit(
                                    clients, clients.topicPrefix() + "racewire-processor-v1", InstantSource.system())
                            .run();
                    assertThat(account.unexplained()).isEmpty();
                    assertThat(account.fates())
                            .isEqualTo(Map.of(
                                    Fate.COUNTED, (long) FEEDS * STORIES, Fate.OUT_OF_SCOPE, (long) FEEDS * OTHERS));
                });
    }

    /** The last record of each cell, in a form that can be compared. */
    private static Map<String, String> cells(KafkaClients clients) throws Exception {
        Map<String, String> cells = new TreeMap<>();
        try (KafkaTopicReading reading = KafkaTopicReading.open(clients, Topics.COUNTS)) {
            reading.toEnds(record -> cells.put(record.key(), HexFormat.of().formatHex(record.value())));
        }
        return cells;
    }

    private KafkaClients clients(Process process) {
        return clients(process, "");
    }

    private KafkaClients clients(Process process, String prefix) {
        Instance instance = await().atMost(PATIENCE)
                .until(() -> process.isAlive() ? instances().latest() : fail(process), found -> found.isPresent())
                .orElseThrow();
        assertThat(instance.pid()).isEqualTo(process.pid());
        return new KafkaClients(instance.bootstrapServers(), prefix, Map.of(), Map.of(), Map.of(), Map.of());
    }

    private Optional<Instance> fail(Process process) throws IOException {
        throw new AssertionError("ended with " + process.exitValue() + ": " + Files.readString(log()));
    }

    private InstanceDirectory instances() {
        return new InstanceDirectory(folder.resolve(".racewire").resolve("instances"));
    }

    private Path log() {
        return folder.resolve("up.log");
    }

    private Process start(String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Duser.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.racewire.app.Main",
                "up",
                "--data-dir=" + folder.resolve("data"),
                "--feeds=" + folder.resolve("feeds.csv"),
                "--port=0",
                "--broker.port=0",
                "--registry.port=0",
                "--ops.port=0",
                "--ingest.allow-private-addresses",
                "--ingest.start-spread=1s",
                "--ingest.host-pause=1ms",
                "--ingest.per-host=8"));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        processes.add(process);
        return process;
    }

    private static String feed(int number) {
        StringBuilder items = new StringBuilder();
        Instant now = Instant.now();
        for (int i = 0; i < STORIES; i++) {
            String title = "Washington tightens export controls on AI chips for China, round " + number + "-" + i;
            items.append(item(number, "story" + i, title, now.minus(Duration.ofHours(i))));
        }
        for (int i = 0; i < OTHERS; i++) {
            items.append(item(number, "other" + i, "Village bakery wins the cake prize " + i, now));
        }
        return "<rss version=\"2.0\"><channel><title>Outlet " + number + "</title>" + items + "</channel></rss>";
    }

    private static String item(int feed, String name, String title, Instant published) {
        return "<item><title>" + title + "</title><link>http://outlet" + feed + ".example/" + name + "</link><pubDate>"
                + DateTimeFormatter.RFC_1123_DATE_TIME.format(published.atOffset(ZoneOffset.UTC))
                + "</pubDate></item>";
    }
}
