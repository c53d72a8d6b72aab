// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.assign;

import java.util.List;

/**
 * A partition as the predecessor left it.
 *
 * @param assignment number of the assignment it was restored for; an older one is of no use
 * @param nextOffset where the feed list of this partition goes on
 */
public record Restored(int partition, long assignment, long nextOffset, List<OwnedFeed> feeds) {

    public Restored {
        feeds = List.copyOf(feeds);
    }
}
