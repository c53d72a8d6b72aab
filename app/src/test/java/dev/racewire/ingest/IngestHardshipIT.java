// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.racewire.app.broker.BrokerConfig;
import dev.racewire.app.broker.EmbeddedBroker;
import dev.racewire.ingest.feedlist.ListedFeed;
import dev.racewire.ingest.feedlist.Outlet;
import dev.racewire.schemas.FeedState;
import dev.racewire.schemas.Gap;
import dev.racewire.schemas.GapReason;
import dev.racewire.schemas.Topics;
import dev.racewire.simulator.FastClock;
import dev.racewire.simulator.FeedSpec;
import dev.racewire.simulator.Simulator;
import dev.racewire.simulator.behaviour.Hostility;
import dev.racewire.simulator.format.FeedFormat;
import dev.racewire.simulator.ledger.LedgerEntry;
import dev.racewire.simulator.news.SeededNews;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How ingest bears what is not its doing: a network that is gone, and servers that attack. */
class IngestHardshipIT {

    private static final double FAST = 2_400;
    private static final int EACH = 8;
    private static final Duration LONG = Duration.ofSeconds(90);

    @TempDir
    private static Path directory;

    private static EmbeddedBroker broker;

    private final IngestScene scene = new IngestScene(broker.bootstrapServers(), directory);

    @BeforeAll
    static void startBroker() throws Exception {
        broker = new EmbeddedBroker(BrokerConfig.in(directory.resolve("broker")));
        broker.start();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    /** Eight hours in which no server can be reached: a hole that is named, and no feed that counts as failing. */
    @Test
    void aNightWithoutNetworkIsAGapOfEveryFeed() throws Exception {
        InstantSource clock = new FastClock(Instant.now().minus(Duration.ofHours(24)), FAST);
        Map<FeedSpec, SeededNews> feeds = new HashMap<>();
        for (int i = 0; i < EACH; i++) {
            String host = "night" + i + ".example";
            feeds.put(
                    new FeedSpec(host, "/feed", FeedFormat.RSS, host, "en", 20, Map.of("Connection", "close")),
                    new SeededNews(3, "https://" + host, clock.instant(), Duration.ofMinutes(6), 20));
        }
        scene.publish(feeds.keySet().stream()
                .map(spec -> ListedFeed.of(spec.url(), Outlet.named(spec.host())))
                .toList());
        Simulator evening = serve(feeds, 0, clock);
        scene.start(evening, clock, Map.of("ingest.start-spread", "0s"));
        await().atMost(LONG).until(() -> scene.feedsWithNews(Instant.MIN).size() == EACH);
        evening.close();
        Instant dark = clock.instant();
        await().atMost(LONG).until(() -> clock.instant().isAfter(dark.plus(Duration.ofHours(8))));
        Instant light = clock.instant();
        try (Simulator morning = serve(feeds, evening.port(), clock)) {
            await().atMost(LONG).until(() -> scene.feedsWithNews(light).size() == EACH);
            assertThat(morning.requests().byHost()).hasSize(EACH);
        }
        Set<String> read = scene.articles().stream()
                .map(article -> String.valueOf(article.getGuid()))
                .collect(Collectors.toSet());
        List<Gap> gaps = TopicContents.read(scene.clients(), Topics.GAPS, Gap.class).stream()
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
        assertThat(TopicContents.read(scene.clients(), Topics.FEED_STATES, FeedState.class))
                .noneMatch(state -> state.getValue().getFailures() > 1);
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
                    feeds.add(IngestScene.feed(simulator, host, clock, Duration.ofSeconds(5), Map.of()));
                    IngestScene.behave(simulator, host, hostility);
                }
            }
            for (int i = 0; i < 20; i++) {
                feeds.add(IngestScene.feed(simulator, "good" + i + ".example", clock, Duration.ofSeconds(2), Map.of()));
            }
            scene.publish(feeds);
            Map<String, String> quick = Map.of(
                    "ingest.min-interval", "1s",
                    "ingest.max-interval", "1s",
                    "ingest.start-spread", "0s",
                    "ingest.deadline", "2s",
                    "ingest.host-pause", "0s");
            scene.start(simulator, clock, quick);
            await().atMost(LONG).until(() -> hostileHosts(simulator) == 2L * Hostility.values().length);
            Instant allHostile = clock.instant();
            await().atMost(LONG)
                    .until(() -> scene.feedsWithNews(allHostile).stream()
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
}
