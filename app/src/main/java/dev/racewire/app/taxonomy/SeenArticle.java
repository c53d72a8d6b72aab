// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.taxonomy;

import dev.racewire.schemas.Article;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of each retained article while they are read: about 120 bytes with its place in a map, since there may be
 * millions of them.
 *
 * @param feed its owner; the same object for all articles of a feed
 * @param fetched when it was first fetched, in milliseconds
 * @param published its date by the feed, in milliseconds, or {@link #UNDATED}
 * @param backfill whether it came with a feed's backlog
 * @param newest when its owner showed it last, in milliseconds
 */
record SeenArticle(String feed, long fetched, long published, boolean backfill, long newest) {

    private static final long UNDATED = Long.MIN_VALUE;
    private static final Pattern SIXTEEN_BYTES = Pattern.compile("[0-9a-f]{32}");

    /** An article's id in 16 bytes: ids of ours are as long; of any other a hash stands for it. */
    static UUID key(String id) {
        return SIXTEEN_BYTES.matcher(id).matches()
                ? new UUID(Long.parseUnsignedLong(id, 0, 16, 16), Long.parseUnsignedLong(id, 16, 32, 16))
                : UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
    }

    static SeenArticle first(Article sighting, String feed) {
        long fetched = sighting.getFetched().toEpochMilli();
        return new SeenArticle(feed, fetched, millis(sighting.getPublished()), sighting.getBackfill(), fetched);
    }

    /** With a newer text of its owner's; itself when the sighting shows none. */
    SeenArticle shownAgain(Article sighting) {
        long again = sighting.getFetched().toEpochMilli();
        return again > newest && feed.equals(sighting.getFeedUrl())
                ? new SeenArticle(feed, fetched, published, backfill, again)
                : this;
    }

    RetainedTexts.FirstSeen firstSeen() {
        return new RetainedTexts.FirstSeen(
                feed,
                Instant.ofEpochMilli(fetched),
                published == UNDATED ? null : Instant.ofEpochMilli(published),
                backfill);
    }

    private static long millis(@Nullable Instant time) {
        return time == null ? UNDATED : time.toEpochMilli();
    }
}
