// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.racewire.app.Main;
import dev.racewire.app.broker.BrokerConfig;
import dev.racewire.app.broker.EmbeddedBroker;
import dev.racewire.ingest.feedlist.FeedListPublisher;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicCreator;
import dev.racewire.schemas.Topics;
import dev.racewire.simulator.FeedSpec;
import dev.racewire.simulator.Simulator;
import dev.racewire.simulator.behaviour.Behaviour;
import dev.racewire.simulator.behaviour.Faults;
import dev.racewire.simulator.news.SeededNews;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The feed list as people keep it, from the command line and in a file. */
class FeedsCommandsIT {

    @TempDir
    private static Path folder;

    private static EmbeddedBroker broker;
    private static Simulator simulator;
    private static KafkaClients clients;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void open() throws Exception {
        broker = new EmbeddedBroker(BrokerConfig.in(folder.resolve("broker")));
        broker.start();
        clients = KafkaClients.of(broker.bootstrapServers());
        try (Admin admin = clients.admin()) {
            new TopicCreator(admin, "").ensure(List.of(Topics.FEEDS, Topics.FEED_STATES));
        }
        simulator = Simulator.start();
        serve("/feed", Behaviour.HONEST);
        serve("/dead", Faults.status(404));
        serve("/", Faults.pageNaming("/feed"));
    }

    @AfterAll
    static void close() {
        simulator.close();
        broker.close();
    }

    private static void serve(String path, Behaviour behaviour) {
        FeedSpec spec = FeedSpec.rss("paper.example", path);
        simulator
                .add(spec, new SeededNews(1, "https://paper.example", Instant.now(), Duration.ofHours(1), 30))
                .behave(behaviour);
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("feeds"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--bootstrap-servers", broker.bootstrapServers()));
        if (!Set.of("list", "remove", "import", "export").contains(arguments[0])) {
            all.addAll(List.of("--ingest.proxy", simulator.proxy().toString()));
            all.addAll(List.of("--ingest.host-pause", "0s", "--ingest.allow-private-addresses", "true"));
        }
        return Main.program()
                .printingTo(new PrintWriter(out, true), new PrintWriter(err, true))
                .run(all.toArray(String[]::new));
    }

    private static Set<String> inForce() throws Exception {
        return new FeedListPublisher(clients).current().keySet();
    }

    @Test
    void addsWhatCanBeReadAndRemovesIt() throws Exception {
        assertThat(run("add", "http://paper.example/feed", "--country", "fr", "--state-media", "Public"))
                .isZero();
        assertThat(out.toString()).isEqualTo("paper.example (en, FR) is polled from now on\n");
        assertThat(run("add", "http://paper.example/dead")).isEqualTo(1);
        assertThat(err.toString())
                .contains("dead: HTTP 404", "in its place the publisher names http://paper.example/feed", "not added");
        assertThat(run("add", "http://user:word@paper.example/feed")).isEqualTo(2);
        assertThat(run("add", "http://paper.example/feed", "--min-interval", "soon"))
                .isEqualTo(2);
        assertThat(run("add", "http://paper.example/feed", "--state-media", "perhaps"))
                .isEqualTo(2);
        assertThat(inForce()).containsExactly("http://paper.example/feed");

        assertThat(run("list")).isZero();
        assertThat(out.toString()).containsPattern("new +en +FR +paper.example +never +http://paper.example/feed");
        assertThat(err.toString()).contains("1 feeds: 1 not read yet");

        assertThat(run("remove", "http://paper.example/unknown")).isEqualTo(1);
        assertThat(run("remove", "http://paper.example/feed")).isZero();
        assertThat(inForce()).isEmpty();
    }

    @Test
    void checksAListAsCsv() throws IOException {
        Path list = Files.writeString(
                folder.resolve("check.csv"),
                "url,name\nhttp://paper.example/feed,Paper\nhttp://paper.example/dead,\"Dead, long\"\n");
        assertThat(run("check", "--list", list.toString())).isZero();
        assertThat(out.toString().lines().toList())
                .hasSize(3)
                .satisfiesExactly(
                        head -> assertThat(head).startsWith("url,name,language,country,verdict,cause"),
                        good -> assertThat(good).contains("/feed,Paper,und,ZZ,read,20 articles,20,20"),
                        dead -> assertThat(dead)
                                .contains("\"Dead, long\",und,ZZ,dead,HTTP 404,,,http://paper.example/feed"));
        assertThat(err.toString()).contains("2 feeds: 1 read, 1 dead");
    }

    @Test
    void explainsOneFeedAndFailsWhereItCannotBeRead() {
        assertThat(run("check", "http://paper.example/feed")).isZero();
        assertThat(out.toString()).contains("read: 20 articles", "title     paper.example", "its answers show");
        assertThat(run("check", "http://paper.example/dead")).isEqualTo(1);
        assertThat(run("check")).isEqualTo(2);
    }

    @Test
    void followsAListInAFileAndKeepsTheLastGoodOne() throws Exception {
        Path file = Files.writeString(folder.resolve("feeds.csv"), "url\nhttp://a.example/\n");
        FeedListPublisher publisher = new FeedListPublisher(clients);
        publisher.replace(dev.racewire.ingest.feedlist.FeedList.read(file).feeds());
        try (FeedListWatch watch = new FeedListWatch(file, publisher, Duration.ofMillis(50))) {
            watch.start();
            Files.writeString(file, "url\nhttp://a.example/\nhttp://b.example/\n");
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> inForce().equals(Set.of("http://a.example/", "http://b.example/")));
            for (String broken : List.of("<opml><body>", "url,name\nhttp://a.example/,\"open\n")) {
                Files.writeString(file, broken);
                await().pollDelay(Duration.ofMillis(300)).until(() -> inForce().size() == 2);
            }
            Files.delete(file);
            await().pollDelay(Duration.ofMillis(300)).until(() -> inForce().size() == 2);
            Files.writeString(file, "url\nhttp://b.example/\n");
            await().atMost(Duration.ofSeconds(20)).until(() -> inForce().equals(Set.of("http://b.example/")));
        } finally {
            publisher.replace(List.of());
        }
    }
}
