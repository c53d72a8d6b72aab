// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says about how often it wants to be read.
 *
 * @param ttl {@code <ttl>}, which is in minutes
 * @param updatePeriod {@code sy:updatePeriod} divided by {@code sy:updateFrequency}
 * @param skipHours hours of the day, 0 to 23 in UTC, at which nothing changes
 * @param skipDays days, in UTC, on which nothing changes
 */
public record FeedHints(
        @Nullable Duration ttl, @Nullable Duration updatePeriod, Set<Integer> skipHours, Set<DayOfWeek> skipDays) {

    /** A feed that says nothing. */
    public static final FeedHints NONE = new FeedHints(null, null, Set.of(), Set.of());

    public FeedHints {
        skipHours = Set.copyOf(skipHours);
        skipDays = Set.copyOf(skipDays);
    }
}
