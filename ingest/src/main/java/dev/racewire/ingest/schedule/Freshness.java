// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.schedule;

import dev.racewire.ingest.parse.FeedHints;
import dev.racewire.ingest.state.Rhythm;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a feed asks for: not to be read again before {@code floor} has passed, nor at certain hours and days. Wishes are
 * honoured up to the longest interval. {@code sy:updatePeriod} is a wish only where it is longer than an hour: blog
 * software writes "hourly" everywhere.
 */
record Freshness(Duration floor, int skipHours, int skipDays) {

    private static final int ALL_HOURS = (1 << 24) - 1;
    private static final int ALL_DAYS = (1 << 7) - 1;
    private static final int MOST_STEPS = 8 * 24;
    private static final Duration EVERYBODYS_PERIOD = Duration.ofHours(1);

    static Freshness of(@Nullable Duration lifetime, FeedHints hints, Pace pace) {
        Duration period = hints.updatePeriod();
        boolean meant = period != null && period.compareTo(EVERYBODYS_PERIOD) > 0;
        Duration floor = Stream.of(lifetime, hints.ttl(), meant ? period : null)
                .filter(Objects::nonNull)
                .reduce(Duration.ZERO, (a, b) -> a.compareTo(b) > 0 ? a : b);
        int hours = hints.skipHours().stream().mapToInt(hour -> 1 << hour).reduce(0, (a, b) -> a | b);
        int days = hints.skipDays().stream()
                .mapToInt(day -> 1 << (day.getValue() - 1))
                .reduce(0, (a, b) -> a | b);
        return new Freshness(bounded(floor, pace), hours, days);
    }

    static Freshness stored(Rhythm rhythm) {
        return new Freshness(rhythm.floor(), rhythm.skipHours(), rhythm.skipDays());
    }

    /** A "not modified" may bring the next poll nearer, never put it off: some carry absurd lifetimes. */
    Freshness shortenedBy(@Nullable Duration lifetime, Pace pace) {
        if (lifetime == null || lifetime.compareTo(floor) >= 0) {
            return new Freshness(bounded(floor, pace), skipHours, skipDays);
        }
        return new Freshness(bounded(lifetime, pace), skipHours, skipDays);
    }

    private static Duration bounded(Duration floor, Pace pace) {
        return floor.compareTo(pace.longest()) > 0 ? pace.longest() : floor;
    }

    /** When the feed is due after a poll at {@code now}. */
    Instant due(Instant now, Duration interval, String url, long poll) {
        Duration spread = Jitter.around(interval, url, poll);
        return afterSkipped(now.plus(spread.compareTo(floor) > 0 ? spread : floor));
    }

    private Instant afterSkipped(Instant due) {
        if ((skipHours & ALL_HOURS) == ALL_HOURS || (skipDays & ALL_DAYS) == ALL_DAYS) {
            return due; // It would never be read: taken for a mistake.
        }
        ZonedDateTime time = due.atZone(ZoneOffset.UTC);
        for (int i = 0; i < MOST_STEPS && skipped(time); i++) {
            time = time.truncatedTo(ChronoUnit.HOURS).plusHours(1);
        }
        return time.toInstant();
    }

    private boolean skipped(ZonedDateTime time) {
        return (skipHours >> time.getHour() & 1) == 1
                || (skipDays >> (time.getDayOfWeek().getValue() - 1) & 1) == 1;
    }
}
