// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.format;

import dev.racewire.simulator.news.Item;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The formats in which feeds are served. */
public enum FeedFormat {
    RSS("application/rss+xml; charset=utf-8") {
        @Override
        String write(Channel channel, List<Item> items) {
            return RssFeed.write(channel, items);
        }
    },
    ATOM("application/atom+xml; charset=utf-8") {
        @Override
        String write(Channel channel, List<Item> items) {
            return AtomFeed.write(channel, items);
        }
    },
    JSON("application/feed+json") {
        @Override
        String write(Channel channel, List<Item> items) {
            return JsonFeed.write(channel, items);
        }
    };

    private final String contentType;

    FeedFormat(String contentType) {
        this.contentType = contentType;
    }

    public String contentType() {
        return contentType;
    }

    /** The document with these items in that order, as UTF-8. */
    public byte[] document(Channel channel, List<Item> items) {
        return write(channel, items).getBytes(StandardCharsets.UTF_8);
    }

    abstract String write(Channel channel, List<Item> items);
}
