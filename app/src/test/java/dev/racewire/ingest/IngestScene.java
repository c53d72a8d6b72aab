// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest;

import dev.racewire.ingest.feedlist.FeedListPublisher;
import dev.racewire.ingest.feedlist.ListedFeed;
import dev.racewire.ingest.feedlist.Outlet;
import dev.racewire.runtime.config.SettingSources;
import dev.racewire.runtime.config.Settings;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicCreator;
import dev.racewire.schemas.Article;
import dev.racewire.schemas.Topics;
import dev.racewire.simulator.FeedSpec;
import dev.racewire.simulator.Simulator;
import dev.racewire.simulator.behaviour.Behaviour;
import dev.racewire.simulator.format.FeedFormat;
import dev.racewire.simulator.news.SeededNews;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigDef;

/** Instances of ingest in this JVM, on Kafka topics of their own, reading what a simulator serves. */
final class IngestScene implements AutoCloseable {

    private static int scenes;

    private final Path directory;
    private final KafkaClients clients;
    private final List<IngestService> services = new ArrayList<>();

    /** A scene on that broker which keeps its files in that folder. */
    IngestScene(String bootstrapServers, Path directory) {
        this.directory = directory;
        clients = KafkaClients.of(bootstrapServers).withTopicPrefix("scene" + scenes++ + "-");
    }

    KafkaClients clients() {
        return clients;
    }

    /** A folder of its own. */
    Path folder(String name) {
        return directory.resolve(clients.topicPrefix() + name);
    }

    /** Starts one more instance. */
    IngestService start(Simulator simulator, InstantSource clock, Map<String, String> more) throws Exception {
        Map<String, String> flags = new TreeMap<>(Map.of(
                "ingest.proxy",
                simulator.proxy().toString(),
                "ingest.allow-private-addresses",
                "true",
                "ingest.max-in-flight",
                "16",
                "ingest.data-dir",
                folder("ingest" + services.size()).toString()));
        flags.putAll(more);
        Settings settings = Settings.resolve(IngestConfig.define(new ConfigDef()), SettingSources.ofFlags(flags));
        IngestService service = new IngestService(IngestConfig.of(settings), clients, new SimpleMeterRegistry(), clock);
        services.add(service);
        service.start();
        return service;
    }

    /** Puts feeds in force. */
    void publish(List<ListedFeed> feeds) throws Exception {
        try (Admin admin = clients.admin()) {
            new TopicCreator(admin, clients.topicPrefix())
                    .ensure(List.of(Topics.FEEDS, Topics.FEED_STATES, Topics.ARTICLES, Topics.GAPS));
        }
        new FeedListPublisher(clients).add(feeds);
    }

    /** A feed of a simulator, alone on its host. */
    static ListedFeed feed(
            Simulator simulator, String host, InstantSource clock, Duration gap, Map<String, String> headers) {
        FeedSpec spec = new FeedSpec(host, "/feed", FeedFormat.RSS, host, "en", 20, headers);
        simulator.add(spec, new SeededNews(3, "https://" + host, clock.instant(), gap, 20));
        return ListedFeed.of(spec.url(), Outlet.named(host));
    }

    /** From now on the feed of that host behaves so. */
    static void behave(Simulator simulator, String host, Behaviour behaviour) {
        simulator.feeds().stream()
                .filter(feed -> feed.spec().host().equals(host))
                .forEach(feed -> feed.behave(behaviour));
    }

    /** The feeds of articles that appeared after a moment. */
    Set<String> feedsWithNews(Instant moment) throws Exception {
        return articles().stream()
                .filter(article ->
                        article.getPublished() != null && article.getPublished().isAfter(moment))
                .map(Article::getFeedUrl)
                .collect(Collectors.toSet());
    }

    /** All articles that were published. */
    List<Article> articles() throws Exception {
        return TopicContents.read(clients, Topics.ARTICLES, Article.class).stream()
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public void close() {
        services.forEach(IngestService::close);
    }
}
