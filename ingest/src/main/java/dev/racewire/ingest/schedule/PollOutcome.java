// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.schedule;

import dev.racewire.ingest.fetch.FailureReason;
import dev.racewire.ingest.parse.FeedHints;
import dev.racewire.ingest.state.Memory;
import dev.racewire.ingest.state.Validators;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a poll gave, as far as the next one depends on it. */
public sealed interface PollOutcome {

    /**
     * A feed with something in it that may be new.
     *
     * @param complete false: cut, capped or not read to its end, so its validators are not kept
     * @param items articles in the answer
     * @param known those of them that were known
     * @param published sightings that go to Kafka
     * @param memory what is remembered of the feed from now on
     * @param gap whether items may have been missed before it
     * @param lying whether it shows that the validators lie
     * @param warning what was wrong with it, for people; or the empty string
     */
    record Read(
            boolean complete,
            Validators validators,
            @Nullable Duration lifetime,
            @Nullable String movedTo,
            FeedHints hints,
            int items,
            int known,
            int published,
            Memory memory,
            boolean gap,
            boolean lying,
            String warning)
            implements PollOutcome {}

    /**
     * The feed says, or its body shows, that nothing changed.
     *
     * @param validators those of a full answer with the same body; null for a 304
     */
    record Unchanged(
            @Nullable Validators validators,
            @Nullable Duration lifetime,
            @Nullable String movedTo) implements PollOutcome {}

    /** The publisher asks for patience. */
    record Throttled(int status, @Nullable Duration retryAfter) implements PollOutcome {}

    /** The publisher says that the feed is gone for good. */
    record Gone() implements PollOutcome {}

    /** Nothing could be read. */
    record Failed(FailureReason reason, String message) implements PollOutcome {}
}
