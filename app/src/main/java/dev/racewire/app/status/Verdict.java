// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.status;

import dev.racewire.app.status.Check.Level;
import dev.racewire.schemas.FeedHealth;
import dev.racewire.schemas.GapReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges findings: the same thresholds as the alerts in {@code ops/prometheus/rules.yml}. */
final class Verdict {

    private static final Duration HEARTBEAT_LATE = Duration.ofMinutes(3);
    private static final Duration QUIET = Duration.ofMinutes(15);
    private static final Duration STALE = Duration.ofMinutes(30);
    private static final double DISK_FULL = 0.9;

    private static final double DISK_FILLING = 0.8;
    private static final long LAG_LOOK = 10_000;
    private static final double FEEDS_LOOK = 0.1;
    private static final double FEEDS_BAD = 0.3;
    private static final Set<FeedHealth> UNREAD = EnumSet.of(FeedHealth.FAILING, FeedHealth.THROTTLED);
    private static final Set<GapReason> HARMLESS = EnumSet.of(GapReason.FIRST_POLL);

    private Verdict() {}

    /** One check a line of the status, the most telling first. */
    static List<Check> of(Findings found) {
        return List.of(
                heartbeat(found),
                freshness(found),
                feeds(found.feeds()),
                ingest(found.groups().ingest()),
                processor(found.groups()),
                gaps(found.gaps()),
                deadLetters(found.deadLetters()),
                brokers(found.brokers()),
                disk(found.disks()));
    }

    private static Check heartbeat(Findings found) {
        int silent = found.heartbeats().silent();
        if (silent > 0) {
            return Check.bad(
                    "heartbeat",
                    "none within the last hour through " + silent + " of "
                            + found.heartbeats().partitions() + " partitions");
        }
        Duration age = found.heartbeats().oldest(found.now()).orElse(Duration.ZERO);
        Level level = age.compareTo(HEARTBEAT_LATE) > 0 ? Level.BAD : Level.OK;
        List<Duration> journeys = found.journeys().stream().sorted().toList();
        return new Check(
                level,
                "heartbeat",
                "the oldest through all tasks " + ago(age) + "; under way p50 " + quantile(journeys, 0.5) + " ms, p99 "
                        + quantile(journeys, 0.99) + " ms");
    }

    private static long quantile(List<Duration> sorted, double share) {
        return sorted.isEmpty()
                ? 0
                : sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * (sorted.size() - 1))))
                        .toMillis();
    }

    private static Check freshness(Findings found) {
        if (found.newestArticle().isEmpty()) {
            return Check.look("freshness", "no article was read yet");
        }
        Instant newest = found.newestArticle().get();
        Duration age = Duration.between(newest, found.now());
        Level level = above(age, QUIET, STALE);
        return new Check(level, "freshness", "the newest article was read " + ago(age));
    }

    private static Level above(Duration age, Duration look, Duration bad) {
        if (age.compareTo(bad) >= 0) {
            return Level.BAD;
        }
        return age.compareTo(look) >= 0 ? Level.LOOK : Level.OK;
    }

    private static Check feeds(Map<FeedHealth, Long> feeds) {
        long all = feeds.values().stream().mapToLong(Long::longValue).sum();
        if (all == 0) {
            return Check.look("feeds", "none is listed: 'racewire feeds import LIST' adds some");
        }
        double unread = (double) UNREAD.stream()
                        .mapToLong(health -> feeds.getOrDefault(health, 0L))
                        .sum()
                / all;
        return new Check(
                Check.above(unread, FEEDS_LOOK, FEEDS_BAD),
                "feeds",
                String.format(Locale.ROOT, "%,d: ", all) + list(feeds));
    }

    private static Check ingest(int instances) {
        return instances == 0
                ? Check.bad("ingest", "no instance runs: nothing is polled")
                : Check.ok("ingest", instances + (instances == 1 ? " instance" : " instances"));
    }

    private static Check processor(Findings.Groups groups) {
        if (groups.processor() == 0) {
            return Check.bad("processor", "no instance runs: nothing is counted");
        }
        Level level = groups.lag() >= LAG_LOOK ? Level.LOOK : Level.OK;
        return new Check(
                level,
                "processor",
                String.format(
                        Locale.ROOT,
                        "%d %s, %,d records to go",
                        groups.processor(),
                        groups.processor() == 1 ? "thread" : "threads",
                        groups.lag()));
    }

    private static Check gaps(Map<GapReason, Long> gaps) {
        boolean lost = gaps.keySet().stream().anyMatch(reason -> !HARMLESS.contains(reason));
        String text = gaps.isEmpty() ? "none within a day" : "within a day: " + list(gaps);
        return new Check(lost ? Level.LOOK : Level.OK, "gaps", text);
    }

    private static Check deadLetters(long number) {
        return number == 0
                ? Check.ok("set aside", "nothing within a day")
                : Check.look(
                        "set aside",
                        String.format(Locale.ROOT, "%,d within a day: 'racewire dead-letters list'", number));
    }

    private static Check brokers(Findings.Brokers brokers) {
        String number = brokers.number() + (brokers.number() == 1 ? " broker" : " brokers");
        if (brokers.leaderless() > 0) {
            return Check.bad("Kafka", number + ", " + brokers.leaderless() + " partitions have no leader");
        }
        return brokers.underReplicated() > 0
                ? Check.look("Kafka", number + ", " + brokers.underReplicated() + " partitions lack a replica")
                : Check.ok("Kafka", number + ", every partition is led and in sync");
    }

    private static Check disk(List<Findings.Disk> disks) {
        return disks.stream()
                .max(Comparator.comparing(Findings.Disk::used))
                .map(fullest -> new Check(
                        Check.above(fullest.used(), DISK_FILLING, DISK_FULL),
                        "disk",
                        String.format(
                                Locale.ROOT,
                                "%.0f %% of %s used, %.1f GB free",
                                100 * fullest.used(),
                                fullest.where(),
                                fullest.usable() / 1e9)))
                .orElse(Check.look("disk", "the brokers do not tell"));
    }

    private static String list(Map<? extends Enum<?>, Long> numbers) {
        return numbers.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Comparator.comparing(entry -> -entry.getValue()))
                .map(entry -> String.format(
                        Locale.ROOT,
                        "%,d %s",
                        entry.getValue(),
                        entry.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' ')))
                .collect(Collectors.joining(", "));
    }

    private static String ago(Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 120) {
            return seconds + " s ago";
        }
        return seconds < 7200 ? seconds / 60 + " min ago" : seconds / 3600 + " h ago";
    }
}
