// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.state;

import java.time.Duration;
import java.time.Instant;

/**
 * What is known of a feed after its last poll.
 *
 * @param url the feed as listed
 * @param plainFetch true: its validators were caught lying, it is fetched without them
 * @param polls polls so far
 * @param articles sightings published from it so far
 */
public record FeedState(
        String url,
        Redirect redirect,
        Validators validators,
        Rhythm rhythm,
        Condition condition,
        Memory memory,
        boolean plainFetch,
        long polls,
        long articles) {

    /** A feed that was never polled. */
    public static FeedState fresh(String url, Instant due, Duration interval) {
        Rhythm rhythm = new Rhythm(null, null, null, due, interval, Duration.ZERO, 0, 0);
        return new FeedState(
                url, Redirect.NONE, Validators.NONE, rhythm, Condition.UNCONFIRMED, Memory.EMPTY, false, 0, 0);
    }

    public FeedState withRhythm(Rhythm changed) {
        return new FeedState(url, redirect, validators, changed, condition, memory, plainFetch, polls, articles);
    }

    public FeedState withRedirect(Redirect changed) {
        return new FeedState(url, changed, validators, rhythm, condition, memory, plainFetch, polls, articles);
    }

    /** Where it is polled. */
    public String address() {
        return redirect.believed() == null ? url : redirect.believed();
    }
}
