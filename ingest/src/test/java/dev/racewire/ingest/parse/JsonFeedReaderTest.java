// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonFeedReaderTest {
    private static final String ITEM =
            "{'id': 7, 'url': '/1', 'title': 'One', 'content_html': '<p>long</p>', 'summary': 'short',"
                    + " 'date_published': '2026-11-24T09:30:00+01:00', 'date_modified': '2026-11-24T10:00:00Z', 'language': 'uk'}";

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://jsonfeed.org/version/1",
                "https://jsonfeed.org/version/1.1",
                "http://jsonfeed.org/version/1",
                "1.0",
                "1.1"
            })
    void readsEachVersion(String version) {
        ParsedFeed feed = Feeds.feed(json(
                "{'version': '" + version + "', 'title': 'T', 'home_page_url': 'https://a.example/', 'language': 'en',"
                        + " 'unknown': {'a': [1, {'b': 2}]}, 'items': [" + ITEM + "]}"));
        assertThat(feed.title()).isEqualTo("T");
        assertThat(feed.link()).isEqualTo("https://a.example/");
        ParsedEntry entry = feed.entries().get(0);
        assertThat(entry.id()).isEqualTo("7");
        assertThat(entry.link()).isEqualTo("https://a.example/1");
        assertThat(entry.title()).isEqualTo("One");
        assertThat(entry.summary()).isEqualTo("short");
        assertThat(entry.content()).isEqualTo("long");
        assertThat(entry.published()).isEqualTo(Instant.parse("2026-11-24T08:30:00Z"));
        assertThat(entry.updated()).isEqualTo(Instant.parse("2026-11-24T10:00:00Z"));
        assertThat(entry.language()).isEqualTo("uk");
    }

    @Test
    void passesOverValuesOfTheWrongType() {
        ParsedFeed feed =
                Feeds.feed(json("{'title': ['x'], 'feed_url': 'https://a.example/f', 'items': [null, 1, 'x', [2],"
                        + " {'title': {'a': 1}, 'id': true, 'content_text': 'a <b> c', 'date_published': 'no'}]}"));
        assertThat(feed.entries()).hasSize(1);
        assertThat(feed.entries().get(0).content()).isEqualTo("a <b> c");
        assertThat(feed.entries().get(0).id()).isNull();
    }

    @Test
    void givesItemsBeforeTheBreak() {
        Parsed parsed = Feeds.parsed(json("{'version': '1.1', 'title': 'T', 'items': [" + ITEM + ", {'id': 'cut"));
        assertThat(parsed.complete()).isFalse();
        assertThat(parsed.feed().entries()).hasSize(1);
    }
}
