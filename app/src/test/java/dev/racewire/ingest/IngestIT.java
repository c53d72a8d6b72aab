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
import dev.racewire.runtime.config.SettingSources;
import dev.racewire.runtime.config.Settings;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicCreator;
import dev.racewire.schemas.Article;
import dev.racewire.schemas.FeedHealth;
import dev.racewire.schemas.FeedState;
import dev.racewire.schemas.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feeds on real sockets through ingest into a real broker. Each test has Kafka topics of its own, by prefix. */
class IngestIT {

    private static final Duration LONG = Duration.ofSeconds(40);

    @TempDir
    private static Path directory;

    private static EmbeddedBroker broker;
    private static int tests;

    private final List<IngestService> services = new ArrayList<>();
    private NewsServer news;
    private KafkaClients clients;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = new EmbeddedBroker(BrokerConfig.in(directory.resolve("broker")));
        broker.start();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void open() throws Exception {
        clients = new KafkaClients(
                broker.bootstrapServers(), "t" + tests++ + "-", Map.of(), Map.of(), Map.of(), Map.of());
        news = new NewsServer();
        try (Admin admin = clients.admin()) {
            new TopicCreator(admin, clients.topicPrefix())
                    .ensure(List.of(Topics.FEEDS, Topics.FEED_STATES, Topics.ARTICLES, Topics.GAPS));
        }
    }

    @AfterEach
    void close() {
        services.forEach(IngestService::close);
        news.close();
    }

    @Test
    void publishesEachItemOnceAndThenAsksConditionally() throws Exception {
        news.show("a", List.of(3, 2, 1));
        list("a");
        start("one");
        await().atMost(LONG).untilAsserted(() -> assertThat(articles()).hasSize(3));
        await().atMost(LONG).untilAsserted(() -> assertThat(news.requests()).contains("/a.xml 304"));
        news.show("a", List.of(4, 3, 2));
        await().atMost(LONG).untilAsserted(() -> assertThat(articles()).hasSize(4));
        assertThat(titles()).doesNotHaveDuplicates();
        assertThat(articles().get(0).getBackfill()).isTrue();
        assertThat(articles().get(3).getBackfill()).isFalse();
    }

    @Test
    void goesOnAfterARestartWithoutAnotherCopy() throws Exception {
        news.show("a", List.of(2, 1));
        list("a");
        IngestService first = start("one");
        await().atMost(LONG).untilAsserted(() -> assertThat(articles()).hasSize(2));
        first.close();
        news.show("a", List.of(3, 2, 1));
        start("one");
        await().atMost(LONG).untilAsserted(() -> assertThat(articles()).hasSize(3));
        assertThat(titles()).doesNotHaveDuplicates();
    }

    @Test
    void followsTheFeedListWithoutARestart() throws Exception {
        news.show("a", List.of(1));
        news.show("b", List.of(1));
        list("a");
        start("one");
        await().atMost(LONG).untilAsserted(() -> assertThat(articles()).hasSize(1));
        list("b");
        await().atMost(LONG).untilAsserted(() -> assertThat(articles()).hasSize(2));
        new FeedListPublisher(clients).remove(List.of(news.url("a")));
        await().atMost(LONG).untilAsserted(() -> {
            long before = count("/a.xml");
            await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(4)).until(() -> count("/a.xml") == before);
        });
    }

    @Test
    void saysWhyAFeedFails() throws Exception {
        news.show("a", List.of(1));
        list("a", "missing");
        start("one");
        await().atMost(LONG).untilAsserted(() -> {
            FeedState state = states().get(news.url("missing"));
            assertThat(state).isNotNull();
            assertThat(state.getHealth()).isEqualTo(FeedHealth.FAILING);
            assertThat(state.getReason()).isEqualTo("HTTP 404");
        });
    }

    @Test
    void sharesFeedsAmongThreeInstancesWithoutLossOrCopy() throws Exception {
        String[] names = IntStream.range(0, 40).mapToObj(i -> "f" + i).toArray(String[]::new);
        show(names, 5);
        list(names);
        start("one");
        IngestService second = start("two");
        start("three");
        await().atMost(LONG).untilAsserted(() -> assertThat(articles()).hasSize(200));
        second.close();
        show(names, 8);
        await().atMost(LONG).untilAsserted(() -> assertThat(articles()).hasSize(320));
        start("four");
        show(names, 10);
        await().atMost(LONG).untilAsserted(() -> assertThat(articles()).hasSize(400));
        assertThat(titles()).doesNotHaveDuplicates();
    }

    private void show(String[] names, int newest) {
        List<Integer> items = IntStream.iterate(newest, i -> i > Math.max(0, newest - 5), i -> i - 1)
                .boxed()
                .toList();
        for (String name : names) {
            news.show(name, items);
        }
    }

    private long count(String path) {
        return news.requests().stream()
                .filter(request -> request.startsWith(path))
                .count();
    }

    private void list(String... names) throws Exception {
        List<ListedFeed> feeds = new ArrayList<>();
        for (String name : names) {
            feeds.add(ListedFeed.of(news.url(name), Outlet.named(name)));
        }
        new FeedListPublisher(clients).add(feeds);
    }

    private IngestService start(String name) throws Exception {
        Settings settings = Settings.resolve(
                IngestConfig.define(new ConfigDef()),
                SettingSources.ofFlags(Map.of(
                        "ingest.min-interval", "1s",
                        "ingest.max-interval", "1s",
                        "ingest.start-spread", "0s",
                        "ingest.host-pause", "0s",
                        "ingest.allow-private-addresses", "true",
                        "ingest.data-dir",
                                directory.resolve(clients.topicPrefix() + name).toString())));
        IngestService service = new IngestService(IngestConfig.of(settings), clients, new SimpleMeterRegistry());
        services.add(service);
        service.start();
        return service;
    }

    private List<Article> articles() throws Exception {
        return TopicContents.read(clients, Topics.ARTICLES, Article.class).stream()
                .map(Map.Entry::getValue)
                .toList();
    }

    private List<String> titles() throws Exception {
        return articles().stream().map(Article::getTitle).toList();
    }

    private Map<String, FeedState> states() throws Exception {
        Map<String, FeedState> states = new LinkedHashMap<>();
        TopicContents.read(clients, Topics.FEED_STATES, FeedState.class)
                .forEach(entry -> states.put(entry.getKey(), entry.getValue()));
        return states;
    }
}
