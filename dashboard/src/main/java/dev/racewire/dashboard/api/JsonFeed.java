// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A cell's feed as JSON Feed.
 *
 * @see <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed 1.1</a>
 */
final class JsonFeed {

    private JsonFeed() {}

    static byte[] of(CellFeed feed) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("version", "https://jsonfeed.org/version/1.1");
        body.put("title", feed.title());
        body.put("home_page_url", feed.page().toString());
        body.put("feed_url", feed.self().toString());
        feed.sample().ifPresent(label -> body.put("_racewire", Map.of("sample", label)));
        body.put("items", feed.entries().stream().map(JsonFeed::item).toList());
        return Json.bytes(body);
    }

    private static Map<String, Object> item(CellFeed.Entry entry) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", entry.id());
        if (entry.link() != null) {
            item.put("url", entry.link());
        }
        item.put("title", entry.title());
        item.put("content_text", entry.text());
        item.put("date_published", entry.published());
        item.put("date_modified", entry.updated());
        item.put("language", entry.language());
        item.put("authors", List.of(Map.of("name", entry.outlet())));
        item.put("tags", entry.tags());
        return item;
    }
}
