// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.article;

import dev.racewire.ingest.feedlist.Outlet;
import dev.racewire.ingest.state.Fingerprint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article as one feed showed it.
 *
 * @param id article id: 32 hexadecimal digits
 * @param feedUrl the feed as listed
 * @param language as the item or the feed declares it
 * @param published as the feed gives it; it may lie anywhere
 * @param updated likewise
 * @param fetched when the answer was read
 * @param backfill it came with a first poll or after a gap, so it may be old news
 * @param contentHash hash of folded title, summary and language: what makes an edit an edit
 */
public record Sighting(
        String id,
        String feedUrl,
        Outlet outlet,
        @Nullable String link,
        @Nullable String guid,
        String title,
        String summary,
        String content,
        @Nullable String language,
        @Nullable Instant published,
        @Nullable Instant updated,
        Instant fetched,
        boolean backfill,
        String contentHash) {

    /** The same sighting, marked as possibly old news. */
    public Sighting asBackfill() {
        return new Sighting(
                id,
                feedUrl,
                outlet,
                link,
                guid,
                title,
                summary,
                content,
                language,
                published,
                updated,
                fetched,
                true,
                contentHash);
    }

    public Fingerprint fingerprint() {
        return Fingerprint.of(id, contentHash);
    }
}
