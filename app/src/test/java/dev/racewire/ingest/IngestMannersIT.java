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
import dev.racewire.schemas.FeedState;
import dev.racewire.schemas.Gap;
import dev.racewire.schemas.GapReason;
import dev.racewire.schemas.Topics;
import dev.racewire.simulator.FastClock;
import dev.racewire.simulator.FeedSpec;
import dev.racewire.simulator.Simulator;
import dev.racewire.simulator.behaviour.Behaviour;
import dev.racewire.simulator.behaviour.Faults;
import dev.racewire.simulator.behaviour.Hostility;
import dev.racewire.simulator.format.FeedFormat;
import dev.racewire.simulator.ledger.LedgerEntry;
import dev.racewire.simulator.ledger.RequestLog.Traffic;
import dev.racewire.simulator.news.SeededNews;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How publishers are treated, and how ingest bears those who treat it badly. */
class IngestMannersIT {

    private static final double FAST = 600;
    private static final int EACH = 8;
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final Map<String, String> QUICK_TO_MISS_A_MEMBER = Map.of("group.min.session.timeout.ms", "1000");

    @TempDir
    private static Path directory;

    private static EmbeddedBroker broker;
    private static int tests;

    private final List<IngestService> services = new ArrayList<>();
    private final KafkaClients clients =
            new KafkaClients(broker.bootstrapServers(), "m" + tests++ + "-", Map.of(), Map.of(), Map.of(), Map.of());

    @BeforeAll
    static void startBroker() throws Exception {
        broker = new EmbeddedBroker(new BrokerConfig(directory.resolve("broker"), 0, QUICK_TO_MISS_A_MEMBER));
        broker.start();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @AfterEach
    void close() {
        services.forEach(IngestService::close);
    }

    private IngestService start(Simulator simulator, InstantSource clock, Map<String, String> more) throws Exception {
        Map<String, String> flags = new TreeMap<>(Map.of(
                "ingest.proxy",
                simulator.proxy().toString(),
                "ingest.allow-private-addresses",
                "true",
                "ingest.max-in-flight",
                "16",
                "ingest.data-dir",
                directory.resolve(clients.topicPrefix() + services.size()).toString()));
        flags.putAll(more);
        Settings settings = Settings.resolve(IngestConfig.define(new ConfigDef()), SettingSources.ofFlags(flags));
        IngestService service = new IngestService(IngestConfig.of(settings), clients, new SimpleMeterRegistry(), clock);
        services.add(service);
        service.start();
        return service;
    }

    private void publish(List<ListedFeed> feeds) throws Exception {
        try (Admin admin = clients.admin()) {
            new TopicCreator(admin, clients.topicPrefix())
                    .ensure(List.of(Topics.FEEDS, Topics.FEED_STATES, Topics.ARTICLES, Topics.GAPS));
        }
        new FeedListPublisher(clients).add(feeds);
    }

    private static ListedFeed feed(
            Simulator simulator, String host, InstantSource clock, Duration gap, Map<String, String> headers) {
        FeedSpec spec = new FeedSpec(host, "/feed", FeedFormat.RSS, host, "en", 20, headers);
        simulator.add(spec, new SeededNews(3, "https://" + host, clock.instant(), gap, 20));
        return ListedFeed.of(spec.url(), Outlet.named(host));
    }

    private static void behave(Simulator simulator, String host, Behaviour behaviour) {
        simulator.feeds().stream()
                .filter(feed -> feed.spec().host().equals(host))
                .forEach(feed -> feed.behave(behaviour));
    }

    /** Two hours of several kinds of feeds, while instances join and leave. */
    @Test
    void asksNoHostMoreOftenThanItWantsAndReadsNewsSoon() throws Exception {
        InstantSource clock = new FastClock(Instant.now().minus(Duration.ofHours(12)), FAST);
        try (Simulator simulator = Simulator.start(0, clock)) {
            publish(sixKinds(simulator, clock));
            Instant begin = clock.instant();
            start(simulator, clock, Map.of());
            IngestService second = start(simulator, clock, Map.of());
            await().atMost(LONG).until(() -> clock.instant().isAfter(begin.plus(Duration.ofMinutes(50))));
            start(simulator, clock, Map.of());
            second.close();
            await().atMost(LONG).until(() -> clock.instant().isAfter(begin.plus(Duration.ofMinutes(130))));
            asksWithinBounds(simulator);
            assertThat(delays(simulator, "busy")).isNotEmpty().allMatch(d -> d.compareTo(Duration.ofMinutes(30)) < 0);
        }
    }

    /** What was due meanwhile is asked for once, whatever could not be written down before. */
    @Test
    void neitherAKillNorABrokerThatWasAwayBringsAStorm() throws Exception {
        InstantSource clock = new FastClock(Instant.now().minus(Duration.ofHours(12)), FAST);
        String fast = clock.instant() + "," + System.currentTimeMillis() + "," + FAST;
        try (Simulator simulator = Simulator.start(0, clock)) {
            publish(sixKinds(simulator, clock));
            try (IngestProcess first = process("first", simulator, fast);
                    IngestProcess killed = process("killed", simulator, fast)) {
                pass(Duration.ofMinutes(50), clock, simulator);
                killed.kill();
                try (IngestProcess joining = process("joining", simulator, fast)) {
                    pass(Duration.ofMinutes(50), clock, simulator);
                    int port = Integer.parseInt(broker.bootstrapServers().replaceAll(".*:", ""));
                    broker.close();
                    broker = new EmbeddedBroker(
                            new BrokerConfig(directory.resolve("broker"), port, QUICK_TO_MISS_A_MEMBER));
                    broker.start();
                    pass(Duration.ofMinutes(40), clock, simulator);
                    assertThat(List.of(first, killed, joining)).allMatch(IngestProcess::alive);
                }
            }
            asksWithinBounds(simulator);
        }
    }

    /** Lets that much time pass from when every busy feed is asked for once more. */
    private static void pass(Duration time, InstantSource clock, Simulator simulator) {
        long before = simulator.requests().requests();
        await().atMost(LONG).until(() -> simulator.requests().requests() > before + 6 * EACH);
        Instant back = clock.instant();
        await().atMost(LONG).until(() -> clock.instant().isAfter(back.plus(time)));
    }

    private IngestProcess process(String name, Simulator simulator, String fast) throws Exception {
        Path home = Files.createDirectories(directory.resolve(clients.topicPrefix() + name));
        return new IngestProcess(
                broker.bootstrapServers(),
                home,
                Map.of(
                        "topic-prefix",
                        clients.topicPrefix(),
                        "fast-clock",
                        fast,
                        "ingest.proxy",
                        simulator.proxy().toString(),
                        "ingest.allow-private-addresses",
                        "true",
                        "ingest.session-timeout",
                        "2s"));
    }

    /** Eight hours in which no server can be reached: a hole that is named, and no feed that counts as failing. */
    @Test
    void aNightWithoutNetworkIsAGapOfEveryFeed() throws Exception {
        InstantSource clock = new FastClock(Instant.now().minus(Duration.ofHours(24)), 4 * FAST);
        Map<FeedSpec, SeededNews> feeds = new HashMap<>();
        for (int i = 0; i < EACH; i++) {
            String host = "night" + i + ".example";
            feeds.put(
                    new FeedSpec(host, "/feed", FeedFormat.RSS, host, "en", 20, Map.of("Connection", "close")),
                    new SeededNews(3, "https://" + host, clock.instant(), Duration.ofMinutes(6), 20));
        }
        publish(feeds.keySet().stream()
                .map(spec -> ListedFeed.of(spec.url(), Outlet.named(spec.host())))
                .toList());
        Simulator evening = serve(feeds, 0, clock);
        start(evening, clock, Map.of("ingest.start-spread", "0s"));
        await().atMost(LONG).until(() -> feedsWithNews(Instant.MIN).size() == EACH);
        evening.close();
        Instant dark = clock.instant();
        await().atMost(LONG).until(() -> clock.instant().isAfter(dark.plus(Duration.ofHours(8))));
        Instant light = clock.instant();
        try (Simulator morning = serve(feeds, evening.port(), clock)) {
            await().atMost(LONG).until(() -> feedsWithNews(light).size() == EACH);
            assertThat(morning.requests().byHost()).hasSize(EACH);
        }
        Set<String> read = articles().stream()
                .map(article -> String.valueOf(article.getGuid()))
                .collect(Collectors.toSet());
        List<Gap> gaps = TopicContents.read(clients, Topics.GAPS, Gap.class).stream()
                .map(Map.Entry::getValue)
                .filter(gap -> gap.getReason() != GapReason.FIRST_POLL)
                .toList();
        assertThat(gaps).extracting(Gap::getReason).contains(GapReason.SYSTEM_DOWN);
        feeds.forEach((spec, news) -> assertThat(missed(news, dark, light, read))
                .isNotEmpty()
                .allMatch(moment -> gaps.stream()
                        .anyMatch(gap -> gap.getFeedUrl().equals(spec.url())
                                && !moment.isBefore(gap.getFrom())
                                && !moment.isAfter(gap.getTo()))));
        assertThat(TopicContents.read(clients, Topics.FEED_STATES, FeedState.class))
                .noneMatch(state -> state.getValue().getFailures() > 1);
    }

    private List<ListedFeed> sixKinds(Simulator simulator, InstantSource clock) {
        List<ListedFeed> feeds = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            feeds.add(feed(simulator, "hourly" + i + ".example", clock, Duration.ofHours(1), Map.of()));
            feeds.add(feed(simulator, "busy" + i + ".example", clock, Duration.ofMinutes(6), Map.of()));
            Map<String, String> lasting = Map.of("Cache-Control", "max-age=86400");
            feeds.add(feed(simulator, "daily" + i + ".example", clock, Duration.ofDays(1), lasting));
            for (String kind : List.of("throttling", "failing", "gone")) {
                feeds.add(feed(simulator, kind + i + ".example", clock, Duration.ofHours(1), Map.of()));
            }
            behave(simulator, "throttling" + i + ".example", Faults.throttled("1800"));
            behave(simulator, "failing" + i + ".example", Faults.status(500));
            behave(simulator, "gone" + i + ".example", Faults.status(410));
        }
        return feeds;
    }

    /** Requests to one host within an hour, and at once. */
    private static void asksWithinBounds(Simulator simulator) {
        Map<String, Traffic> traffic = simulator.requests().byHost();
        assertThat(traffic).hasSize(6 * EACH);
        assertThat(traffic.values()).allMatch(host -> host.mostAtOnce() <= 2);
        assertThat(most(traffic, "busy")).isLessThanOrEqualTo(14);
        assertThat(most(traffic, "hourly")).isBetween(3, 9);
        assertThat(most(traffic, "daily")).isBetween(2, 5);
        assertThat(most(traffic, "throttling")).isBetween(1, 3);
        assertThat(most(traffic, "failing")).isBetween(2, 4);
        assertThat(most(traffic, "gone")).isEqualTo(1);
    }

    private static Simulator serve(Map<FeedSpec, SeededNews> feeds, int port, InstantSource clock) throws IOException {
        Simulator simulator = Simulator.start(port, clock);
        feeds.forEach(simulator::add);
        return simulator;
    }

    /** When the articles appeared that nobody has read, of those that appeared between two moments. */
    private static List<Instant> missed(SeededNews news, Instant from, Instant to, Set<String> read) {
        return IntStream.iterate(0, i -> news.visible(i).isBefore(to), i -> i + 1)
                .filter(i -> news.visible(i).isAfter(from))
                .filter(i -> !read.contains(news.item(i).id()))
                .mapToObj(news::visible)
                .toList();
    }

    /** The feeds of articles that appeared after a moment. */
    private Set<String> feedsWithNews(Instant moment) throws Exception {
        return articles().stream()
                .filter(article ->
                        article.getPublished() != null && article.getPublished().isAfter(moment))
                .map(Article::getFeedUrl)
                .collect(Collectors.toSet());
    }

    private List<Article> articles() throws Exception {
        return TopicContents.read(clients, Topics.ARTICLES, Article.class).stream()
                .map(Map.Entry::getValue)
                .toList();
    }

    private static int most(Map<String, Traffic> traffic, String kind) {
        return traffic.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(kind))
                .mapToInt(entry -> entry.getValue().busiestHour())
                .max()
                .orElseThrow();
    }

    /** From being shown to being fetched, of what was shown after the first poll. */
    private List<Duration> delays(Simulator simulator, String kind) throws Exception {
        Map<String, Instant> fetched = new HashMap<>();
        articles().stream()
                .filter(article -> !article.getBackfill())
                .forEach(article -> fetched.put(String.valueOf(article.getGuid()), article.getFetched()));
        return simulator
                .ledger()
                .filter(entry -> entry.feedUrl().contains(kind))
                .filter(entry -> fetched.containsKey(entry.item().id()))
                .map(entry -> Duration.between(
                        entry.visible(), fetched.get(entry.item().id())))
                .toList();
    }

    /** Every hostility twice beside feeds that are honest: these are read all the time, and no thread is lost. */
    @Test
    void readsHonestFeedsBesideHostileOnes() throws Exception {
        try (Simulator simulator = Simulator.start()) {
            InstantSource clock = InstantSource.system();
            List<ListedFeed> feeds = new ArrayList<>();
            for (Hostility hostility : Hostility.values()) {
                for (int i = 0; i < 2; i++) {
                    String host = "bad-"
                            + hostility
                                    .name()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .replace("_", "-") + i + ".example";
                    feeds.add(feed(simulator, host, clock, Duration.ofSeconds(5), Map.of()));
                    behave(simulator, host, hostility);
                }
            }
            for (int i = 0; i < 20; i++) {
                feeds.add(feed(simulator, "good" + i + ".example", clock, Duration.ofSeconds(2), Map.of()));
            }
            publish(feeds);
            Map<String, String> quick = Map.of(
                    "ingest.min-interval", "1s",
                    "ingest.max-interval", "1s",
                    "ingest.start-spread", "0s",
                    "ingest.deadline", "2s",
                    "ingest.host-pause", "0s");
            start(simulator, clock, quick);
            await().atMost(LONG).until(() -> hostileHosts(simulator) == 2L * Hostility.values().length);
            Instant allHostile = clock.instant();
            await().atMost(LONG)
                    .until(() -> feedsWithNews(allHostile).stream()
                                    .filter(url -> url.contains("good"))
                                    .count()
                            >= 20);
            long threads = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().startsWith("racewire-poll-") && thread.isAlive())
                    .count();
            assertThat(threads).isEqualTo(16);
            assertThat(simulator.ledger().filter(LedgerEntry::owed)).isNotEmpty();
        }
    }

    private static long hostileHosts(Simulator simulator) {
        return simulator.requests().byHost().keySet().stream()
                .filter(host -> host.startsWith("bad"))
                .count();
    }
}
