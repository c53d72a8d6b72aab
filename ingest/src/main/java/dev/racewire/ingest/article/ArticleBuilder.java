// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.article;

import dev.racewire.ingest.feedlist.ListedFeed;
import dev.racewire.ingest.parse.ParsedEntry;
import dev.racewire.ingest.parse.ParsedFeed;
import dev.racewire.ingest.state.Fingerprint;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Items of an answer to sightings of articles. */
public final class ArticleBuilder {

    private static final int LONGEST_TITLE = 1_000;
    private static final int LONGEST_SUMMARY = 4_000;
    private static final int LONGEST_CONTENT = 16_000;
    private static final int LONGEST_NAME = 2_048;

    private ArticleBuilder() {}

    /**
     * The sightings in a feed, in its order, each article once: where an answer shows one twice, as live pages do, its
     * first mention counts.
     */
    public static List<Sighting> build(ListedFeed feed, ParsedFeed parsed, Instant fetched) {
        ArticleIds ids = new ArticleIds(feed.url(), parsed.entries());
        Map<String, Sighting> sightings = new LinkedHashMap<>();
        for (int item = 0; item < parsed.entries().size(); item++) {
            ParsedEntry entry = parsed.entries().get(item);
            ids.idOf(item)
                    .ifPresent(id -> sightings.computeIfAbsent(id, i -> sighting(i, feed, parsed, entry, fetched)));
        }
        return List.copyOf(sightings.values());
    }

    private static Sighting sighting(
            String id, ListedFeed feed, ParsedFeed parsed, ParsedEntry entry, Instant fetched) {
        String title = shortened(entry.title() == null ? "" : entry.title(), LONGEST_TITLE);
        String summary = shortened(entry.summary(), LONGEST_SUMMARY);
        String language = entry.language() == null ? parsed.language() : entry.language();
        return new Sighting(
                id,
                feed.url(),
                feed.outlet(),
                bounded(entry.link()),
                bounded(entry.id()),
                title,
                summary,
                shortened(entry.content(), LONGEST_CONTENT),
                language,
                entry.published(),
                entry.updated(),
                fetched,
                false,
                contentHash(title, summary, language));
    }

    /** Dates are no content: some feeds stamp them anew at each poll. */
    private static String contentHash(String title, String summary, @Nullable String language) {
        return Fingerprint.hash(Folding.fold(title) + '\0' + Folding.fold(summary) + '\0' + language);
    }

    private static @Nullable String bounded(@Nullable String name) {
        return name == null || name.length() > LONGEST_NAME ? null : name;
    }

    /** Cut at a bound, never inside a character. */
    private static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }
}
