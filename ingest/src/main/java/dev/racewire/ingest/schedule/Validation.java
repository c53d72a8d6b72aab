// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.schedule;

import dev.racewire.ingest.article.Sighting;
import dev.racewire.ingest.state.FeedState;
import dev.racewire.ingest.state.Rhythm;
import dev.racewire.ingest.state.Validators;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Keeps an eye on servers that say "not modified" when something is: now and then a feed is fetched whole. */
public final class Validation {

    private static final int EVERY = 24;

    /** Caches on the way may be this much behind without anybody lying. */
    private static final Duration CACHED = Duration.ofMinutes(30);

    private Validation() {}

    /** Whether the next poll is made without validators. */
    public static boolean plain(FeedState state) {
        return state.plainFetch() || state.polls() % EVERY == EVERY - 1;
    }

    /**
     * Whether a whole answer proves a lie: new articles under the validators that we hold, or new articles older than
     * the "not modified" before.
     */
    public static boolean caughtLying(FeedState before, Validators answered, List<Sighting> newArticles) {
        if (newArticles.isEmpty() || !before.validators().conditional()) {
            return false;
        }
        return before.validators().sameTagsAs(answered) || olderThanNotModified(before.rhythm(), newArticles);
    }

    private static boolean olderThanNotModified(Rhythm rhythm, List<Sighting> newArticles) {
        if (rhythm.lastRead() == null || rhythm.lastComplete() == null) {
            return false;
        }
        Instant bound = rhythm.lastRead().minus(CACHED);
        return rhythm.lastRead().isAfter(rhythm.lastComplete())
                && newArticles.stream()
                        .anyMatch(s -> s.published() != null
                                && s.published().isBefore(bound)
                                && s.published().isAfter(rhythm.lastComplete()));
    }
}
