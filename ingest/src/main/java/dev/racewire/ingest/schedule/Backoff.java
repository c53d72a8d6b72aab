// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.schedule;

import dev.racewire.ingest.state.FeedState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long a feed is left alone after it could not be read. No feed is ever given up. */
final class Backoff {

    /** A feed that is gone is asked once a month, for some come back and some said so by mistake. */
    static final Duration AFTER_GONE = Duration.ofDays(30);

    private static final Duration LONGEST = Duration.ofHours(12);

    /** A publisher may ask for more patience than we would have by ourselves, not for any amount. */
    private static final Duration LONGEST_WISH = Duration.ofDays(1);

    private static final int MOST_DOUBLINGS = 16;

    private Backoff() {}

    static Duration failed(FeedState before, Pace pace) {
        return Jitter.around(doubled(before, pace), before.url(), before.polls());
    }

    /** At least what the publisher asked for, within a day, and more each time. */
    static Duration throttled(FeedState before, @Nullable Duration retryAfter, Pace pace) {
        Duration own = Jitter.around(doubled(before, pace), before.url(), before.polls());
        if (retryAfter == null) {
            return own;
        }
        Duration wish = shorter(retryAfter, LONGEST_WISH);
        Duration wanted = wish.plus(Jitter.upTo(wish.dividedBy(10), before.url(), before.polls()));
        return wanted.compareTo(pace.shortest()) < 0 ? pace.shortest() : wanted;
    }

    private static Duration doubled(FeedState before, Pace pace) {
        int doublings = Math.min(MOST_DOUBLINGS, before.condition().failures());
        Duration base = pace.clamp(before.rhythm().interval());
        Duration limit = LONGEST.compareTo(pace.longest()) < 0 ? pace.longest() : LONGEST;
        return shorter(base.multipliedBy(1L << doublings), limit);
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
