// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Short ways to parse in tests, at a fixed moment. */
final class Feeds {
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final FeedParser PARSER = new FeedParser(InstantSource.fixed(NOW));

    private Feeds() {}

    static ParseOutcome outcome(String text) {
        return PARSER.parse(text.getBytes(StandardCharsets.UTF_8), null, null);
    }

    static Parsed parsed(String text) {
        ParseOutcome outcome = outcome(text);
        assertThat(outcome).isInstanceOf(Parsed.class);
        return (Parsed) outcome;
    }

    static ParsedFeed feed(String text, @Nullable String baseUrl) {
        URI base = baseUrl == null ? null : URI.create(baseUrl);
        ParseOutcome outcome = PARSER.parse(text.getBytes(StandardCharsets.UTF_8), null, base);
        assertThat(outcome).isInstanceOf(Parsed.class);
        return ((Parsed) outcome).feed();
    }

    static ParsedFeed feed(String text) {
        return feed(text, null);
    }

    /** The only entry of a feed of RSS with this inside its item. */
    static ParsedEntry item(String inside) {
        return feed("<rss version='2.0'><channel><title>t</title><item>" + inside + "</item></channel></rss>")
                .entries()
                .get(0);
    }

    /** The only entry of a feed of Atom with this inside its entry. */
    static ParsedEntry entry(String inside) {
        return feed("<feed xmlns='http://www.w3.org/2005/Atom'><entry>" + inside + "</entry></feed>")
                .entries()
                .get(0);
    }

    static Refused refused(String text) {
        ParseOutcome outcome = outcome(text);
        assertThat(outcome).isInstanceOf(Refused.class);
        return (Refused) outcome;
    }
}
