// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import java.net.URI;
import java.util.List;

/**
 * An answer in which no feed was found.
 *
 * @param message what was found instead, for people
 * @param namedFeeds the feeds that an HTML page links to; else empty
 */
public record Refused(Refusal reason, String message, List<URI> namedFeeds) implements ParseOutcome {
    public Refused {
        namedFeeds = List.copyOf(namedFeeds);
    }

    static Refused of(Refusal reason, String message) {
        return new Refused(reason, message, List.of());
    }
}
