// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed as read: texts are plain, links absolute http or https addresses, entries in the feed's own order.
 *
 * @param language BCP 47 as declared
 * @param id what the feed calls itself; its link when it does not
 */
public record ParsedFeed(
        @Nullable String title,
        @Nullable String link,
        @Nullable String description,
        @Nullable String language,
        @Nullable String id,
        @Nullable Instant published,
        @Nullable Instant updated,
        FeedHints hints,
        List<ParsedEntry> entries) {
    public ParsedFeed {
        entries = List.copyOf(entries);
    }
}
