// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Dates in every shape that feeds have them in; what cannot be a date of a news item is none. */
final class FeedDates {
    /** The web's first feeds are younger. */
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private static final Duration AHEAD = Duration.ofDays(366);

    private final Instant latest;

    FeedDates(Instant now) {
        this.latest = now.plus(AHEAD);
    }

    /** The moment that the text names, to the second; null when it names none or an absurd one. */
    @Nullable
    Instant parse(String text) {
        String bare = text.strip();
        if (bare.isEmpty() || bare.length() > Limits.DATE) {
            return null;
        }
        Instant date = new DateText(bare).instant();
        return date == null || date.isBefore(EARLIEST) || date.isAfter(latest) ? null : date;
    }
}
