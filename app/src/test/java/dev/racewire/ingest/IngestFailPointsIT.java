// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.racewire.app.broker.BrokerConfig;
import dev.racewire.app.broker.EmbeddedBroker;
import dev.racewire.ingest.feedlist.FeedListPublisher;
import dev.racewire.ingest.feedlist.ListedFeed;
import dev.racewire.ingest.feedlist.Outlet;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicCreator;
import dev.racewire.schemas.Article;
import dev.racewire.schemas.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that dies, or sleeps too long, at each step of a transaction leaves neither a hole nor a copy behind. Each
 * step once; {@code -Drounds=20} repeats them.
 */
class IngestFailPointsIT {

    private static final List<String> STEPS =
            List.of("beginTransaction", "send", "sendOffsetsToTransaction", "flush", "commitTransaction");

    private static final Duration LONG = Duration.ofSeconds(60);

    private static final int ROUNDS = Integer.getInteger("rounds", 1);

    @TempDir
    private Path directory;

    private EmbeddedBroker broker;
    private NewsServer news;
    private KafkaClients clients;
    private int newest;

    @BeforeEach
    void open() throws Exception {
        broker = new EmbeddedBroker(
                new BrokerConfig(directory.resolve("broker"), 0, Map.of("group.min.session.timeout.ms", "1000")));
        broker.start();
        news = new NewsServer();
        clients = KafkaClients.of(broker.bootstrapServers());
        try (Admin admin = clients.admin()) {
            new TopicCreator(admin, "").ensure(List.of(Topics.FEEDS, Topics.FEED_STATES, Topics.ARTICLES, Topics.GAPS));
        }
        publishMore();
        new FeedListPublisher(clients)
                .add(List.of(
                        ListedFeed.of(news.url("a"), Outlet.named("a")),
                        ListedFeed.of(news.url("b"), Outlet.named("b"))));
    }

    @AfterEach
    void close() {
        news.close();
        broker.close();
    }

    /** The feeds' older items are gone for good after two rounds: whoever remembers wrongly loses them. */
    private void publishMore() {
        newest += 10;
        List<Integer> shown = IntStream.iterate(newest, i -> i > Math.max(0, newest - 20), i -> i - 1)
                .boxed()
                .toList();
        news.show("a", shown);
        news.show("b", shown);
    }

    private IngestProcess start(String name, Map<String, String> more) throws Exception {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "ingest.min-interval", "1s",
                "ingest.max-interval", "1s",
                "ingest.start-spread", "0s",
                "ingest.host-pause", "0s",
                "ingest.session-timeout", "2s",
                "ingest.allow-private-addresses", "true"));
        settings.putAll(more);
        return new IngestProcess(broker.bootstrapServers(), Files.createDirectories(directory.resolve(name)), settings);
    }

    private List<String> titles() throws Exception {
        return TopicContents.read(clients, Topics.ARTICLES, Article.class).stream()
                .map(entry -> entry.getValue().getTitle())
                .toList();
    }

    private void awaitAllItemsOnce() {
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(titles()).hasSizeGreaterThanOrEqualTo(2 * newest));
        await().during(Duration.ofMillis(1_500))
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(titles()).hasSize(2 * newest).doesNotHaveDuplicates());
    }

    @Test
    void leavesNothingBehindWhereItHalts() throws Exception {
        for (int i = 0; i < ROUNDS * STEPS.size(); i++) {
            String step = STEPS.get(i % STEPS.size());
            Path reached = directory.resolve(step + i);
            String words = new FailPoint(step, 2, false, reached).words();
            try (IngestProcess dying = start("one", Map.of("fail-point", words))) {
                await().atMost(LONG).until(() -> Files.exists(reached) && !dying.alive());
            }
            publishMore();
            try (IngestProcess next = start("one", Map.of())) {
                assertThat(next.alive()).isTrue();
                awaitAllItemsOnce();
            }
            publishMore();
        }
    }

    @Test
    void isKeptOutWhenItWakesUpTooLate() throws Exception {
        for (String step : List.of("sendOffsetsToTransaction", "commitTransaction")) {
            Path reached = directory.resolve("asleep-" + step);
            String words = new FailPoint(step, 2, true, reached).words();
            try (IngestProcess sleeper = start("sleeper-" + step, Map.of("fail-point", words))) {
                await().atMost(LONG).until(() -> Files.exists(reached));
                try (IngestProcess heir = start("heir", Map.of())) {
                    int before = news.requests().size();
                    await().atMost(LONG).until(() -> news.requests().size() > before + 4);
                    sleeper.thaw();
                    publishMore();
                    awaitAllItemsOnce();
                    assertThat(heir.alive()).isTrue();
                }
            }
            publishMore();
        }
    }
}
