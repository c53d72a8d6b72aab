// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.format;

import dev.racewire.simulator.news.Item;
import java.time.Instant;
import java.util.List;

/** Atom (RFC 4287). An undated item carries the feed's own date, as the format demands one. */
final class AtomFeed {

    private AtomFeed() {}

    static String write(Channel channel, List<Item> items) {
        Xml xml =
                new Xml().raw("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"" + channel.language() + "\">\n");
        xml.element("id", channel.url());
        xml.element("title", channel.title());
        xml.element("updated", channel.updated().toString());
        xml.raw("<link rel=\"self\" href=\"" + Xml.escape(channel.url()) + "\"/>\n");
        xml.raw("<link href=\"" + Xml.escape(channel.site()) + "\"/>\n");
        items.forEach(item -> write(item, channel.updated(), xml));
        return xml.raw("</feed>\n").toString();
    }

    private static void write(Item item, Instant feedUpdated, Xml xml) {
        xml.raw("<entry>\n");
        xml.element("id", item.guid() == null ? item.link() : item.guid());
        xml.element("title", item.title());
        xml.raw("<link href=\"" + Xml.escape(item.link()) + "\"/>\n");
        if (item.published() == null) {
            xml.element("updated", feedUpdated.toString());
        } else {
            xml.element("published", item.published().toString());
            xml.element("updated", item.published().toString());
        }
        if (!item.summary().isEmpty()) {
            xml.element("summary", item.summary());
        }
        xml.raw("</entry>\n");
    }
}
