// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.news;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An item as a feed shows it.
 *
 * @param id name in the ledger; an edit keeps it
 * @param guid what the feed gives as the item's identifier, or null for none
 * @param link address of the article
 * @param title title as plain text
 * @param summary summary as plain text, or the empty string
 * @param published date that the feed gives, or null for an undated item
 */
public record Item(
        String id,
        @Nullable String guid,
        String link,
        String title,
        String summary,
        @Nullable Instant published) {

    public Item withGuid(@Nullable String other) {
        return new Item(id, other, link, title, summary, published);
    }

    public Item withLink(String other) {
        return new Item(id, guid, other, title, summary, published);
    }

    public Item withTitle(String other) {
        return new Item(id, guid, link, other, summary, published);
    }

    public Item withSummary(String other) {
        return new Item(id, guid, link, title, other, published);
    }

    public Item withPublished(@Nullable Instant other) {
        return new Item(id, guid, link, title, summary, other);
    }
}
