// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.racewire.app.broker.BrokerConfig;
import dev.racewire.app.broker.EmbeddedBroker;
import dev.racewire.ingest.feedlist.ListedFeed;
import dev.racewire.simulator.FastClock;
import dev.racewire.simulator.Simulator;
import dev.racewire.simulator.behaviour.Faults;
import dev.racewire.simulator.ledger.RequestLog.Traffic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How publishers are treated. */
class IngestMannersIT {

    private static final double FAST = 600;
    private static final int EACH = 8;
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final Map<String, String> QUICK_TO_MISS_A_MEMBER = Map.of("group.min.session.timeout.ms", "1000");

    @TempDir
    private static Path directory;

    private static EmbeddedBroker broker;

    private final IngestScene scene = new IngestScene(broker.bootstrapServers(), directory);

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
        scene.close();
    }

    /** Two hours of several kinds of feeds, while instances join and leave. */
    @Test
    void asksNoHostMoreOftenThanItWantsAndReadsNewsSoon() throws Exception {
        InstantSource clock = new FastClock(Instant.now().minus(Duration.ofHours(12)), FAST);
        try (Simulator simulator = Simulator.start(0, clock)) {
            scene.publish(sixKinds(simulator, clock));
            Instant begin = clock.instant();
            scene.start(simulator, clock, Map.of());
            IngestService second = scene.start(simulator, clock, Map.of());
            await().atMost(LONG).until(() -> clock.instant().isAfter(begin.plus(Duration.ofMinutes(50))));
            scene.start(simulator, clock, Map.of());
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
            scene.publish(sixKinds(simulator, clock));
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
        Path home = Files.createDirectories(scene.folder(name));
        return new IngestProcess(
                broker.bootstrapServers(),
                home,
                Map.of(
                        "topic-prefix",
                        scene.clients().topicPrefix(),
                        "fast-clock",
                        fast,
                        "ingest.proxy",
                        simulator.proxy().toString(),
                        "ingest.allow-private-addresses",
                        "true",
                        "ingest.session-timeout",
                        "2s"));
    }

    private List<ListedFeed> sixKinds(Simulator simulator, InstantSource clock) {
        List<ListedFeed> feeds = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            feeds.add(IngestScene.feed(simulator, "hourly" + i + ".example", clock, Duration.ofHours(1), Map.of()));
            feeds.add(IngestScene.feed(simulator, "busy" + i + ".example", clock, Duration.ofMinutes(6), Map.of()));
            Map<String, String> lasting = Map.of("Cache-Control", "max-age=86400");
            feeds.add(IngestScene.feed(simulator, "daily" + i + ".example", clock, Duration.ofDays(1), lasting));
            for (String kind : List.of("throttling", "failing", "gone")) {
                feeds.add(IngestScene.feed(simulator, kind + i + ".example", clock, Duration.ofHours(1), Map.of()));
            }
            IngestScene.behave(simulator, "throttling" + i + ".example", Faults.throttled("1800"));
            IngestScene.behave(simulator, "failing" + i + ".example", Faults.status(500));
            IngestScene.behave(simulator, "gone" + i + ".example", Faults.status(410));
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
        scene.articles().stream()
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
}
