// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.verdict;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time that decides an article's windows: fixed when it is first seen, so that an old article counts in the window
 * of its own date and never in the present.
 *
 * @param at the time
 * @param basis where it comes from
 */
public record EventTime(Instant at, Basis basis) {

    /** Where an event time comes from. */
    public enum Basis {
        /** The feed's date. */
        PUBLISHED,
        /** No usable date: the time of the first sighting. */
        FIRST_SEEN,
        /** The feed's date, and it lies before the horizon. */
        LATE,
        /** No usable date, in a feed's backlog: it may be of any age. */
        UNDATED_BACKFILL
    }

    /** Publishers' clocks may go this much ahead. */
    private static final Duration FUTURE = Duration.ofMinutes(10);

    /** No feed is older than RSS; dates before it are defaults such as 1970. */
    private static final Instant OLDEST = Instant.parse("1999-01-01T00:00:00Z");

    /** The time of an article first seen then. */
    public static EventTime of(@Nullable Instant published, Instant firstSeen, boolean backfill, Duration horizon) {
        if (published == null || published.isAfter(firstSeen.plus(FUTURE)) || published.isBefore(OLDEST)) {
            return new EventTime(firstSeen, backfill ? Basis.UNDATED_BACKFILL : Basis.FIRST_SEEN);
        }
        boolean late = published.isBefore(firstSeen.minus(horizon));
        return new EventTime(published, late ? Basis.LATE : Basis.PUBLISHED);
    }

    /** Whether the article is in any cell. */
    public boolean counted() {
        return basis == Basis.PUBLISHED || basis == Basis.FIRST_SEEN;
    }
}
