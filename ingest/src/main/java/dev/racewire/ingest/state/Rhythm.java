// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.state;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a feed was polled and when it is due.
 *
 * @param lastRead when it last answered with a feed or with "not modified"
 * @param lastComplete when a body was last read to its end: up to then nothing is missing, whatever "not modified"
 *     claimed since
 * @param interval time between polls as the feed's own pace suggests
 * @param floor shortest time that the last answer asked for
 * @param skipHours hours in UTC at which it says nothing changes, bit 0 is 0 h
 * @param skipDays days in UTC on which it says nothing changes, bit 0 is Monday
 */
public record Rhythm(
        @Nullable Instant lastPoll,
        @Nullable Instant lastRead,
        @Nullable Instant lastComplete,
        Instant nextPoll,
        Duration interval,
        Duration floor,
        int skipHours,
        int skipDays) {

    /** The same feed, due at another time. */
    public Rhythm dueAt(Instant due) {
        return new Rhythm(lastPoll, lastRead, lastComplete, due, interval, floor, skipHours, skipDays);
    }
}
