// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.app.health.Heartbeats;
import dev.racewire.app.status.Check.Level;
import dev.racewire.app.status.Findings.Brokers;
import dev.racewire.app.status.Findings.Disk;
import dev.racewire.app.status.Findings.Groups;
import dev.racewire.schemas.Canary;
import dev.racewire.schemas.FeedHealth;
import dev.racewire.schemas.GapReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the status makes of findings: each fault alone is named, in its own line. */
class VerdictTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private Brokers brokers = new Brokers(1, 0, 0);
    private Optional<Instant> newest = Optional.of(NOW.minusSeconds(8));
    private Groups groups = new Groups(1, 1, 0);
    private Map<FeedHealth, Long> feeds = Map.of(FeedHealth.OK, 98L, FeedHealth.FAILING, 2L);
    private Heartbeats heartbeats = beating(Duration.ofSeconds(30), Duration.ofSeconds(50));
    private Map<GapReason, Long> gaps = Map.of(GapReason.FIRST_POLL, 7L);
    private long deadLetters;
    private Disk disk = new Disk("the disk", 100, 40);

    @Test
    void isContentWithAHealthySystem() {
        assertThat(checks()).allMatch(check -> check.level() == Level.OK);
        assertThat(line("heartbeat")).contains("50 s ago", "p50 20 ms", "p99 30 ms");
        assertThat(line("feeds")).isEqualTo("100: 98 ok, 2 failing");
    }

    @Test
    void namesAHeartbeatThatIsMissingInOnePartition() {
        heartbeats = beating(Duration.ofSeconds(30), Duration.ofMinutes(4));
        assertThat(bad()).containsExactly("heartbeat");
        heartbeats = new Heartbeats(2);
        assertThat(bad()).containsExactly("heartbeat");
        assertThat(line("heartbeat")).contains("2 of 2 partitions");
    }

    @Test
    void namesStaleNews() {
        newest = Optional.of(NOW.minus(Duration.ofMinutes(16)));
        assertThat(level("freshness")).isEqualTo(Level.LOOK);
        newest = Optional.of(NOW.minus(Duration.ofMinutes(31)));
        assertThat(bad()).containsExactly("freshness");
    }

    @Test
    void namesRolesThatDoNotRun() {
        groups = new Groups(0, 0, 0);
        assertThat(bad()).containsExactly("ingest", "processor");
        groups = new Groups(1, 1, 20_000);
        assertThat(level("processor")).isEqualTo(Level.LOOK);
    }

    @Test
    void namesFeedsThatFailTogether() {
        feeds = Map.of(FeedHealth.OK, 60L, FeedHealth.FAILING, 30L, FeedHealth.THROTTLED, 10L);
        assertThat(bad()).containsExactly("feeds");
    }

    @Test
    void asksForALookAtGapsAndRecordsSetAside() {
        gaps = Map.of(GapReason.NO_OVERLAP, 1L);
        deadLetters = 3;
        assertThat(bad()).isEmpty();
        assertThat(level("gaps")).isEqualTo(Level.LOOK);
        assertThat(level("set aside")).isEqualTo(Level.LOOK);
    }

    @Test
    void namesAFullDiskAndPartitionsWithoutALeader() {
        disk = new Disk("the disk", 100, 9);
        brokers = new Brokers(3, 1, 2);
        assertThat(bad()).containsExactly("Kafka", "disk");
    }

    private static Heartbeats beating(Duration... ages) {
        Heartbeats beating = new Heartbeats(ages.length);
        for (int partition = 0; partition < ages.length; partition++) {
            beating.hear(Canary.newBuilder()
                    .setPartition(partition)
                    .setSequence(1)
                    .setSent(NOW.minus(ages[partition]))
                    .build());
        }
        return beating;
    }

    private List<Check> checks() {
        List<Duration> journeys = List.of(Duration.ofMillis(30), Duration.ofMillis(10), Duration.ofMillis(20));
        return Verdict.of(new Findings(
                NOW, brokers, newest, groups, feeds, heartbeats, journeys, gaps, deadLetters, List.of(disk)));
    }

    private List<String> bad() {
        return checks().stream()
                .filter(check -> check.level() == Level.BAD)
                .map(Check::subject)
                .toList();
    }

    private Check check(String subject) {
        return checks().stream()
                .filter(check -> check.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    private Level level(String subject) {
        return check(subject).level();
    }

    private String line(String subject) {
        return check(subject).text();
    }
}
