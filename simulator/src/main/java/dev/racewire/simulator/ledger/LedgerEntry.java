// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.ledger;

import dev.racewire.simulator.news.Item;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One publication and what became of it.
 *
 * @param feedUrl address of the feed
 * @param number number of the publication within the feed; an edit is a publication of its own with the same item id
 * @param item the item as published
 * @param visible when it was first shown
 * @param removed when newer ones had pushed it out or an edit had taken its place; null while it is shown
 * @param answers answers with it that were sent to their end
 * @param acknowledged whether a client's later request named the ETag of such an answer
 */
public record LedgerEntry(
        String feedUrl,
        int number,
        Item item,
        Instant visible,
        @Nullable Instant removed,
        int answers,
        boolean acknowledged) {

    /** Whether a reader that loses nothing must have it: it acknowledged it, or can still read it. */
    public boolean owed() {
        return acknowledged || removed == null;
    }
}
