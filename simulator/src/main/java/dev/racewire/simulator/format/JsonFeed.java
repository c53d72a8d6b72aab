// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.racewire.simulator.news.Item;
import java.util.List;

/** JSON Feed 1.1. */
final class JsonFeed {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonFeed() {}

    static String write(Channel channel, List<Item> items) {
        ObjectNode feed = NODES.objectNode();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put("title", channel.title());
        feed.put("home_page_url", channel.site());
        feed.put("feed_url", channel.url());
        feed.put("language", channel.language());
        ArrayNode entries = feed.putArray("items");
        items.forEach(item -> entries.add(entry(item)));
        return feed.toString();
    }

    private static ObjectNode entry(Item item) {
        ObjectNode entry = NODES.objectNode();
        entry.put("id", item.guid() == null ? item.link() : item.guid());
        entry.put("url", item.link());
        entry.put("title", item.title());
        entry.put("content_text", item.summary());
        if (item.published() != null) {
            entry.put("date_published", item.published().toString());
        }
        return entry;
    }
}
