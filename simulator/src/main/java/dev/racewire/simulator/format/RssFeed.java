// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.format;

import dev.racewire.simulator.news.Item;
import java.util.List;

/** RSS 2.0. */
final class RssFeed {

    private RssFeed() {}

    static String write(Channel channel, List<Item> items) {
        Xml xml = new Xml().raw("<rss version=\"2.0\"><channel>\n");
        xml.element("title", channel.title());
        xml.element("link", channel.site());
        xml.element("description", channel.title());
        xml.element("language", channel.language());
        xml.element("lastBuildDate", Xml.rfc822(channel.updated()));
        items.forEach(item -> write(item, xml));
        return xml.raw("</channel></rss>\n").toString();
    }

    private static void write(Item item, Xml xml) {
        xml.raw("<item>\n").element("title", item.title()).element("link", item.link());
        if (item.guid() != null) {
            xml.element("guid isPermaLink=\"false\"", item.guid());
        }
        if (item.published() != null) {
            xml.element("pubDate", Xml.rfc822(item.published()));
        }
        if (!item.summary().isEmpty()) {
            xml.element("description", Xml.escape(item.summary())); // RSS descriptions are HTML, so escaped twice
        }
        xml.raw("</item>\n");
    }
}
