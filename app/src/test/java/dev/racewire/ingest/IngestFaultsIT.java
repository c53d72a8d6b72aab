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
import dev.racewire.schemas.Gap;
import dev.racewire.schemas.Topics;
import dev.racewire.simulator.FeedSpec;
import dev.racewire.simulator.Simulator;
import dev.racewire.simulator.format.FeedFormat;
import dev.racewire.simulator.ledger.LedgerEntry;
import dev.racewire.simulator.news.FiniteNews;
import dev.racewire.simulator.news.SeededNews;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Three processes share feeds that publish all the time, and are killed, frozen beyond the group's patience, and
 * restarted. What a client acknowledged, or can still read, is in Kafka exactly once; what nobody could read lies in a
 * gap.
 */
class IngestFaultsIT {

    private static final Logger LOG = LoggerFactory.getLogger(IngestFaultsIT.class);
    private static final int FEEDS = 60;
    private static final int ITEMS = 40;
    private static final Duration PACE = Duration.ofMillis(1_500);
    private static final int FAULTS = 10;
    private static final List<FeedFormat> FORMATS = List.of(FeedFormat.values());

    @TempDir
    private Path directory;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);
    private final List<IngestProcess> processes = new ArrayList<>();

    @Test
    void losesAndDoublesNothingThroughKillsFreezesAndHandOvers() throws Exception {
        try (EmbeddedBroker broker = new EmbeddedBroker(new BrokerConfig(
                        directory.resolve("broker"), 0, Map.of("group.min.session.timeout.ms", "1000")));
                Simulator simulator = Simulator.start()) {
            broker.start();
            KafkaClients clients = KafkaClients.of(broker.bootstrapServers());
            publishFeeds(clients, simulator);
            for (int i = 0; i < 3; i++) {
                Path own = Files.createDirectories(directory.resolve("ingest-" + i));
                processes.add(new IngestProcess(broker.bootstrapServers(), own, settings(simulator)));
            }
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> simulator.requests().requests() > FEEDS);
            for (int i = 0; i < FAULTS; i++) {
                fault(i);
            }
            awaitTheEnd(clients, simulator);
            check(clients, simulator);
        } finally {
            for (IngestProcess process : processes) {
                process.close();
            }
        }
    }

    private void fault(int number) throws Exception {
        IngestProcess victim = processes.get(random.nextInt(processes.size()));
        pause(random.nextLong(500, 3_000));
        if (number % 4 == 3) {
            victim.freeze();
            pause(5_000);
            victim.thaw();
        } else if (number % 4 == 2) {
            victim.restart();
        } else {
            victim.kill();
        }
    }

    private static void pause(long millis) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = millis; left > 0; left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(left));
        }
    }

    private static Map<String, String> settings(Simulator simulator) {
        return Map.of(
                "ingest.min-interval", "1s",
                "ingest.max-interval", "1s",
                "ingest.start-spread", "0s",
                "ingest.host-pause", "0s",
                "ingest.session-timeout", "3s",
                "ingest.max-in-flight", "16",
                "ingest.proxy", simulator.proxy().toString(),
                "ingest.allow-private-addresses", "true");
    }

    private static void publishFeeds(KafkaClients clients, Simulator simulator) throws Exception {
        try (Admin admin = clients.admin()) {
            new TopicCreator(admin, "").ensure(List.of(Topics.FEEDS, Topics.FEED_STATES, Topics.ARTICLES, Topics.GAPS));
        }
        List<ListedFeed> feeds = new ArrayList<>();
        for (int i = 0; i < FEEDS; i++) {
            String host = "paper" + i + ".example";
            // Every third feed is so short that a hand-over can cost items: then they must lie in a gap.
            int window = i % 3 == 0 ? 6 : 30;
            FeedSpec spec = new FeedSpec(host, "/feed", FORMATS.get(i % FORMATS.size()), host, "en", window, Map.of());
            simulator.add(spec, new FiniteNews(new SeededNews(7, "https://" + host, Instant.now(), PACE, 8), ITEMS));
            feeds.add(ListedFeed.of(spec.url(), Outlet.named(host)));
        }
        new FeedListPublisher(clients).add(feeds);
    }

    private static void awaitTheEnd(KafkaClients clients, Simulator simulator) {
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    assertThat(simulator.ledger().count()).isEqualTo(FEEDS * ITEMS);
                    Map<String, Long> published = published(clients);
                    assertThat(simulator.ledger().filter(LedgerEntry::owed))
                            .allSatisfy(entry -> assertThat(published)
                                    .containsKey(entry.item().id()));
                });
    }

    private static Map<String, Long> published(KafkaClients clients) throws Exception {
        return TopicContents.read(clients, Topics.ARTICLES, Article.class).stream()
                .map(entry -> String.valueOf(entry.getValue().getGuid()))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private void check(KafkaClients clients, Simulator simulator) throws Exception {
        Map<String, Long> published = published(clients);
        assertThat(published.values()).as("copies, seed %d", seed).containsOnly(1L);
        List<Gap> gaps = TopicContents.read(clients, Topics.GAPS, Gap.class).stream()
                .map(Map.Entry::getValue)
                .toList();
        List<LedgerEntry> missing = simulator
                .ledger()
                .filter(entry -> !published.containsKey(entry.item().id()))
                .toList();
        LOG.info(
                "seed {}: {} items, {} never readable, {} gaps, {} requests",
                seed,
                published.size(),
                missing.size(),
                gaps.size(),
                simulator.requests().requests());
        assertThat(missing).as("owed and missing, seed %d", seed).noneMatch(LedgerEntry::owed);
        assertThat(missing)
                .as("missing outside of any gap, seed %d", seed)
                .allMatch(entry -> gaps.stream().anyMatch(gap -> covers(gap, entry)));
    }

    private static boolean covers(Gap gap, LedgerEntry entry) {
        return gap.getFeedUrl().equals(entry.feedUrl())
                && !gap.getFrom().isAfter(entry.visible())
                && !gap.getTo().isBefore(entry.visible());
    }
}
