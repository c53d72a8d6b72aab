// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.publish;

import dev.racewire.ingest.article.Sighting;
import dev.racewire.ingest.gap.Gap;
import dev.racewire.ingest.state.FeedState;
import java.util.List;
import java.util.Optional;

/**
 * What a poll leaves behind: this, all of it or nothing, goes to Kafka.
 *
 * @param sightings oldest first
 */
public record PollResult(FeedState state, List<Sighting> sightings, Optional<Gap> gap) {

    public PollResult {
        sightings = List.copyOf(sightings);
    }

    /** A poll that brought nothing but a new state. */
    public static PollResult of(FeedState state) {
        return new PollResult(state, List.of(), Optional.empty());
    }
}
