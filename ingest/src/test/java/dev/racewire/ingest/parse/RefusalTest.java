// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RefusalTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                            | EMPTY
            ' '                                           | EMPTY
            garbage                                       | BROKEN
            <?xml version='1.0'                           | BROKEN
            <note><to>Tove</to></note>                    | NOT_A_FEED
            <opml><body><outline/></body></opml>          | NOT_A_FEED
            {"error": "not found"}                        | NOT_A_FEED
            {"version": "https://jsonfeed.org/version/9", "items": []} | NOT_A_FEED
            [1, 2]                                        | BROKEN
            <html><head><title>x</title></head></html>    | HTML_PAGE
            <!DOCTYPE html><HTML><body>captcha</body>     | HTML_PAGE
            <head><title>moved</title></head>             | HTML_PAGE
            """)
    void namesWhatCameInsteadOfAFeed(String text, Refusal reason) {
        assertThat(Feeds.refused(text).reason()).isEqualTo(reason);
    }

    @Test
    void namesTheFeedsOfAPage() {
        String page =
                "<html><head><link rel='stylesheet' href='/x.css'><link rel='alternate' type='application/rss+xml'"
                        + " href='/rss'><LINK REL=alternate TYPE='application/feed+json' HREF=\"http://b.example/f.json\">"
                        + "<link rel='alternate' type='application/atom+xml' href='javascript:x'></head><body></body></html>";
        ParseOutcome outcome = Feeds.PARSER.parse(
                page.getBytes(StandardCharsets.UTF_8), "text/html", URI.create("https://a.example/news/"));
        assertThat(((Refused) outcome).namedFeeds())
                .containsExactly(URI.create("https://a.example/rss"), URI.create("http://b.example/f.json"));
    }

    @Test
    void stopsAtTheDeadline() {
        AtomicLong second = new AtomicLong();
        InstantSource ticking = () -> Instant.ofEpochSecond(1_795_000_000 + second.incrementAndGet());
        Limits limits = new Limits(1 << 20, 10, 1_000_000, 1_000, 1_000, Duration.ofSeconds(20));
        byte[] none = ("<rss>" + "<x></x>".repeat(30_000)).getBytes(StandardCharsets.UTF_8);
        byte[] some =
                ("<rss><item><title>t</title></item>" + "<x></x>".repeat(30_000)).getBytes(StandardCharsets.UTF_8);
        assertThat(((Refused) new FeedParser(ticking, limits).parse(none, null, null)).reason())
                .isEqualTo(Refusal.TIMEOUT);
        Parsed parsed = (Parsed) new FeedParser(ticking, limits).parse(some, null, null);
        assertThat(parsed.complete()).isFalse();
        assertThat(parsed.feed().entries()).hasSize(1);
    }

    @Test
    void readsNoMoreBytesThanItsLimit() {
        Limits limits = new Limits(60, 10, 1_000, 1_000, 1_000, Duration.ofSeconds(20));
        byte[] body = "<rss><item><title>t</title></item>"
                .concat("<item><title>u</title></item>".repeat(9))
                .getBytes(StandardCharsets.UTF_8);
        Parsed parsed = (Parsed) new FeedParser(InstantSource.fixed(Feeds.NOW), limits).parse(body, null, null);
        assertThat(parsed.complete()).isFalse();
        assertThat(parsed.warning()).contains("60 bytes");
        assertThat(parsed.feed().entries()).hasSize(1);
    }
}
