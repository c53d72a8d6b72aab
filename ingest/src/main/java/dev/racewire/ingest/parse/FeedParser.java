// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bytes to feed. Never throws for what the bytes hold; safe for use by many threads. */
public final class FeedParser {
    private final InstantSource clock;

    /** @param clock bounds plausible dates and the deadline */
    public FeedParser(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Reads the body of an answer.
     *
     * @param contentType the header of that name, of which the charset is a hint
     * @param baseUrl the address that answered, to which relative links belong
     */
    public ParseOutcome parse(byte[] body, @Nullable String contentType, @Nullable URI baseUrl) {
        if (body.length == 0) {
            return Refused.of(Refusal.EMPTY, "no bytes");
        }
        try {
            return new Parsed(
                    feed(new SyndFeedInput().build(new StringReader(new String(body, StandardCharsets.UTF_8)))),
                    true,
                    "");
        } catch (FeedException | IllegalArgumentException e) {
            return Refused.of(Refusal.BROKEN, String.valueOf(e.getMessage()) + clock.instant());
        }
    }

    private static ParsedFeed feed(SyndFeed feed) {
        List<ParsedEntry> entries =
                feed.getEntries().stream().map(FeedParser::entry).toList();
        return new ParsedFeed(
                feed.getTitle(),
                feed.getLink(),
                feed.getDescription(),
                feed.getLanguage(),
                feed.getUri(),
                instant(feed.getPublishedDate()),
                null,
                FeedHints.NONE,
                entries);
    }

    private static ParsedEntry entry(SyndEntry entry) {
        SyndContent description = entry.getDescription();
        return new ParsedEntry(
                entry.getTitle(),
                entry.getLink(),
                entry.getUri(),
                instant(entry.getPublishedDate()),
                instant(entry.getUpdatedDate()),
                description == null ? "" : String.valueOf(description.getValue()),
                "",
                null);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
