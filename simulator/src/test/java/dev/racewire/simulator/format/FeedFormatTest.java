// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.racewire.simulator.news.Item;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class FeedFormatTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Channel CHANNEL =
            new Channel("http://a.example/feed", "https://a.example/", "A & B", "zh-Hans", NOON);
    private static final List<Item> ITEMS = List.of(
            new Item("1", "guid-1", "https://a.example/?a=1&b=2", "人工智能 <芯片> & \"more\"", "1 < 2 & 3", NOON),
            new Item("2", null, "https://a.example/2", "Undated", "", null));

    @Test
    void writesRss() throws Exception {
        Document feed = xml(FeedFormat.RSS);
        assertThat(text(feed, "title", 1)).isEqualTo(ITEMS.get(0).title());
        assertThat(text(feed, "link", 1)).isEqualTo(ITEMS.get(0).link());
        assertThat(text(feed, "pubDate", 0)).isEqualTo("Sun, 1 Mar 2026 12:00:00 GMT");
        assertThat(text(feed, "description", 1)).as("HTML").isEqualTo("1 &lt; 2 &amp; 3");
        assertThat(feed.getElementsByTagName("guid").getLength()).isEqualTo(1);
        assertThat(feed.getElementsByTagName("pubDate").getLength()).isEqualTo(1);
    }

    @Test
    void writesAtom() throws Exception {
        Document feed = xml(FeedFormat.ATOM);
        assertThat(text(feed, "title", 1)).isEqualTo(ITEMS.get(0).title());
        assertThat(text(feed, "summary", 0)).isEqualTo("1 < 2 & 3");
        assertThat(text(feed, "published", 0)).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(feed.getElementsByTagName("updated").getLength()).isEqualTo(3);
        assertThat(feed.getDocumentElement().getAttribute("xml:lang")).isEqualTo("zh-Hans");
    }

    @Test
    void writesJsonFeed() throws Exception {
        JsonNode feed = new ObjectMapper().readTree(FeedFormat.JSON.document(CHANNEL, ITEMS));
        assertThat(feed.at("/items/0/title").asText()).isEqualTo(ITEMS.get(0).title());
        assertThat(feed.at("/items/0/date_published").asText()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(feed.at("/items/1/id").asText()).isEqualTo("https://a.example/2");
        assertThat(feed.at("/items/1").has("date_published")).isFalse();
    }

    private static Document xml(FeedFormat format) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(format.document(CHANNEL, ITEMS)));
    }

    private static String text(Document feed, String tag, int place) {
        return feed.getElementsByTagName(tag).item(place).getTextContent();
    }
}
