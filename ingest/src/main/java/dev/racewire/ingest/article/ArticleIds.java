// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.article;

import dev.racewire.ingest.feedlist.FeedUrl;
import dev.racewire.ingest.parse.ParsedEntry;
import dev.racewire.ingest.state.Fingerprint;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names the articles of one answer. An address names an article unless several items share it; else a guid does, unless
 * several items share it; else feed and title do. So a feed with one guid, or one link, for all its items is repaired.
 */
final class ArticleIds {

    /** A live page may be listed twice; an address that more items share is a section, not an article. */
    private static final long MOST_SHARING = 2;

    private static final Pattern WORLDWIDE = Pattern.compile("(?i)(https?|urn|tag):.*");

    private final String feedUrl;
    private final List<ParsedEntry> entries;
    private final List<Optional<String>> links;
    private final Map<String, Long> sharedLinks;
    private final Map<String, Long> sharedGuids;

    ArticleIds(String feedUrl, List<ParsedEntry> entries) {
        this.feedUrl = feedUrl;
        this.entries = entries;
        this.links = entries.stream().map(ArticleIds::link).toList();
        this.sharedLinks = counts(links.stream().flatMap(Optional::stream));
        this.sharedGuids = counts(entries.stream().map(ParsedEntry::id).filter(Objects::nonNull));
    }

    private static Map<String, Long> counts(Stream<String> names) {
        return names.collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    }

    private static Optional<String> link(ParsedEntry entry) {
        return Optional.ofNullable(entry.link()).flatMap(CanonicalUrl::of);
    }

    /** The id of the article that is an item, counted from 0; empty when that has nothing that could name it. */
    Optional<String> idOf(int item) {
        ParsedEntry entry = entries.get(item);
        return links.get(item)
                .filter(link -> identifies(sharedLinks.getOrDefault(link, 0L)))
                .map(link -> "url " + link)
                .or(() -> Optional.ofNullable(entry.id())
                        .filter(guid -> sharedGuids.getOrDefault(guid, 0L) == 1)
                        .map(this::named))
                .or(() -> Optional.ofNullable(entry.title())
                        .filter(title -> !title.isBlank())
                        .map(title -> "title " + feedUrl + " " + Folding.fold(title)))
                .map(Fingerprint::hash);
    }

    private boolean identifies(long sharing) {
        return sharing == 1 || (sharing <= MOST_SHARING && entries.size() > 2 * MOST_SHARING);
    }

    /** A guid like "4711" is one among the feeds of its site; an address or a URN is one in the world. */
    private String named(String guid) {
        if (!WORLDWIDE.matcher(guid).matches()) {
            return "guid " + FeedUrl.registrableHost(feedUrl) + " " + guid;
        }
        return CanonicalUrl.of(guid).map(url -> "url " + url).orElseGet(() -> "guid " + guid.toLowerCase(Locale.ROOT));
    }
}
