// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.state;

import java.time.Duration;
import java.time.Instant;

/**
 * How long counts can change and how long their state is kept. Both sides of a decision use the same record's time, so
 * a replay decides alike; the extra week covers a part of the pipeline that lags behind another.
 *
 * @param horizon how far back counts can still change
 */
public record Lifetime(Duration horizon) {

    private static final Duration GRACE = Duration.ofDays(7);

    /** Whether an article of that event time stands as it is for good. */
    public boolean frozen(Instant eventTime, Instant now) {
        return now.isAfter(eventTime.plus(horizon));
    }

    /** How long an article is remembered, from its event time or its first sighting, whichever is later. */
    public Duration remembered() {
        return horizon.plus(GRACE);
    }

    /**
     * The time before which state has expired.
     *
     * @param wallClock the time of this machine
     * @param streamTime newest record that the task has seen, or -1: after a long stop the past is still to come
     */
    public Instant expiredBefore(long wallClock, long streamTime) {
        return Instant.ofEpochMilli(Math.min(wallClock, streamTime)).minus(remembered());
    }
}
