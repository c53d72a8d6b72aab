// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.schedule;

import java.time.Duration;

/**
 * Bounds of the time between two polls of a feed.
 *
 * @param shortest never sooner, whatever the feed's pace
 * @param longest never later, but for a publisher's wish or a failure
 */
public record Pace(Duration shortest, Duration longest) {

    private static final double FASTER = 0.5;
    private static final double RATHER_FASTER = 0.8;
    private static final double SLOWER = 1.25;

    public Pace {
        if (longest.compareTo(shortest) < 0) {
            longest = shortest;
        }
    }

    /** A new feed's first interval. */
    public Duration first() {
        return clamp(shortest.multipliedBy(2));
    }

    Duration clamp(Duration interval) {
        if (interval.compareTo(shortest) < 0) {
            return shortest;
        }
        return interval.compareTo(longest) > 0 ? longest : interval;
    }

    /**
     * The next interval by what the last answer brought. Between a third and two thirds of it should be known: less is
     * close to a loss, more is a question asked too often; but where anything was new, asking sooner brings it sooner.
     */
    Duration after(Duration interval, int items, int known, boolean gap) {
        if (items == known) {
            return slower(interval);
        }
        if (gap || known * 3 < items) {
            return scaled(interval, FASTER);
        }
        return scaled(interval, RATHER_FASTER);
    }

    Duration slower(Duration interval) {
        return scaled(interval, SLOWER);
    }

    private Duration scaled(Duration interval, double factor) {
        return clamp(Duration.ofMillis((long) (interval.toMillis() * factor)));
    }
}
