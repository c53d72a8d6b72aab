// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.query;

import java.time.Duration;
import java.time.Instant;

/**
 * A span and the whole hours before it, and which of them were watched. An hour in which feeds went unread says nothing,
 * nor does the one after it, in which what was missed is made up for.
 */
final class Hours {

    static final double WATCHED = 0.95;

    private static final long HOUR = Duration.ofHours(1).toMillis();

    /** 1970 began on a Thursday; hours of the week count from Monday, midnight in UTC. */
    private static final long MONDAY = 3 * 24;

    private final Span span;
    private final long first;
    private final boolean[] watched;
    private final int before;

    Hours(Span span, Instant begin, Completeness completeness) {
        this.span = span;
        this.first = Math.floorDiv(begin.toEpochMilli() + HOUR - 1, HOUR);
        this.before = (int) Math.max(0, Math.floorDiv(span.fromMillis(), HOUR) - first);
        int count = (int) Math.max(0, Math.floorDiv(span.toMillis() + HOUR - 1, HOUR) - first);
        this.watched = new boolean[count];
        boolean hourBefore = true;
        for (int hour = 0; hour < count; hour++) {
            boolean whole = completeness.over(at(hour)).orElse(1.0) >= WATCHED;
            watched[hour] = whole && hourBefore;
            hourBefore = whole;
        }
    }

    private Span at(int hour) {
        long start = (first + hour) * HOUR;
        return new Span(Instant.ofEpochMilli(start), Instant.ofEpochMilli(start + HOUR));
    }

    Span span() {
        return span;
    }

    /** From the first of these hours to the end of the span. */
    Span everything() {
        return new Span(Instant.ofEpochMilli(Math.min(first * HOUR, span.fromMillis())), span.to());
    }

    int indexOf(long time) {
        return (int) (Math.floorDiv(time, HOUR) - first);
    }

    boolean isWatched(int hour) {
        return hour >= 0 && hour < watched.length && watched[hour];
    }

    /** How many whole hours there are before the span. */
    int before() {
        return before;
    }

    /** Which of the hours before the span were watched. */
    boolean[] watchedBefore() {
        return java.util.Arrays.copyOf(watched, before);
    }

    int hourOfWeek(int hour) {
        return (int) Math.floorMod(first + hour + MONDAY, 7 * 24L);
    }

    /** How many of the hours before the span were watched. */
    int known() {
        int known = 0;
        for (int hour = 0; hour < before; hour++) {
            known += watched[hour] ? 1 : 0;
        }
        return known;
    }

    /** What the rhythm expects in those parts of the span that were watched. */
    double expected(Rhythm rhythm) {
        double sum = 0;
        for (int hour = before; hour < watched.length; hour++) {
            if (watched[hour]) {
                sum += share(hour) * rhythm.at(hourOfWeek(hour));
            }
        }
        return sum;
    }

    /** The share of the span that was watched. */
    double watchedShare() {
        double seen = 0;
        double all = 0;
        for (int hour = before; hour < watched.length; hour++) {
            all += share(hour);
            seen += watched[hour] ? share(hour) : 0;
        }
        return all == 0 ? 0 : seen / all;
    }

    /** How much of the hour lies in the span. */
    private double share(int hour) {
        long start = (first + hour) * HOUR;
        long from = Math.max(start, span.fromMillis());
        long to = Math.min(start + HOUR, span.toMillis());
        return Math.max(0, to - from) / (double) HOUR;
    }
}
