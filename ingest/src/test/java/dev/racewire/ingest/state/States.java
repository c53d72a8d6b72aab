// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.state;

import dev.racewire.schemas.FeedHealth;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Feed states for tests. */
public final class States {

    public static final String URL = "https://news.example/feed";
    public static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    private States() {}

    /** A feed that was never polled. */
    public static FeedState fresh() {
        return FeedState.fresh(URL, NOON, Duration.ofMinutes(10));
    }

    /** A feed that was read ten minutes before noon, whole, and is due at noon. */
    public static FeedState read(Memory memory) {
        return read(memory, new Validators("\"a\"", null, "hash"));
    }

    /** The same with these validators. */
    public static FeedState read(Memory memory, Validators validators) {
        Instant before = NOON.minus(Duration.ofMinutes(10));
        Rhythm rhythm = new Rhythm(before, before, before, NOON, Duration.ofMinutes(10), Duration.ZERO, 0, 0);
        return new FeedState(URL, Redirect.NONE, validators, rhythm, Condition.OK, memory, false, 1, 5);
    }

    /** A feed that failed so often in a row. */
    public static FeedState failing(int failures) {
        FeedState state = read(Memory.EMPTY);
        return with(state, new Condition(FeedHealth.FAILING, "HTTP 500", failures));
    }

    public static FeedState with(FeedState state, Condition condition) {
        return new FeedState(
                state.url(),
                state.redirect(),
                state.validators(),
                state.rhythm(),
                condition,
                state.memory(),
                state.plainFetch(),
                state.polls(),
                state.articles());
    }

    /** The same feed after so many polls. */
    public static FeedState polled(FeedState state, long polls) {
        return new FeedState(
                state.url(),
                state.redirect(),
                state.validators(),
                state.rhythm(),
                state.condition(),
                state.memory(),
                state.plainFetch(),
                polls,
                state.articles());
    }

    /** The same feed with another "not modified" after its last whole answer. */
    public static FeedState notModifiedAt(FeedState state, @Nullable Instant lastRead) {
        Rhythm r = state.rhythm();
        return state.withRhythm(new Rhythm(
                lastRead,
                lastRead,
                r.lastComplete(),
                r.nextPoll(),
                r.interval(),
                r.floor(),
                r.skipHours(),
                r.skipDays()));
    }
}
