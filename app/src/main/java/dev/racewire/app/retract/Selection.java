// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.retract;

import java.time.Instant;
import java.util.Set;

/**
 * Which articles are meant: those named, and those of these feeds and publishers.
 *
 * @param ids article ids
 * @param feeds feeds that own the articles, as listed
 * @param publishers owners of outlets
 * @param since of feeds and publishers, only what was first seen then or later
 */
public record Selection(Set<String> ids, Set<String> feeds, Set<String> publishers, Instant since) {

    public Selection {
        ids = Set.copyOf(ids);
        feeds = Set.copyOf(feeds);
        publishers = Set.copyOf(publishers);
    }

    /** Whether it names anything at all. */
    public boolean isEmpty() {
        return ids.isEmpty() && feeds.isEmpty() && publishers.isEmpty();
    }

    boolean includes(KnownText text) {
        if (ids.contains(text.id())) {
            return true;
        }
        boolean source = feeds.contains(text.feedUrl()) || publishers.contains(text.publisher());
        return source && !text.firstSeen().isBefore(since);
    }
}
