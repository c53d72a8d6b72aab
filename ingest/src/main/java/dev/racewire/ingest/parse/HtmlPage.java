// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A page that came where a feed was expected: which feeds does it name? */
final class HtmlPage {
    private static final Set<String> FEED_TYPES = Set.of(
            "application/rss+xml",
            "application/atom+xml",
            "application/rdf+xml",
            "application/feed+json",
            "application/json",
            "text/xml",
            "application/xml");
    private static final Set<String> PAGE =
            Set.of("html", "head", "body", "xhtml:html", "title", "meta", "div", "p", "script");
    private static final int LOOK_AT = 1 << 20;
    private static final int MOST = 20;

    private HtmlPage() {}

    /** True for a text whose first element only a page has. */
    static boolean begins(String firstElement) {
        return PAGE.contains(firstElement);
    }

    static List<URI> feeds(String text, @Nullable URI baseUrl) {
        String page = text.substring(0, Math.min(text.length(), LOOK_AT));
        String base = baseUrl == null ? null : baseUrl.toString();
        XmlScanner scanner = new XmlScanner(page);
        List<URI> feeds = new ArrayList<>();
        for (XmlScanner.Event event = scanner.next(); event != XmlScanner.Event.EOF; event = scanner.next()) {
            if (event == XmlScanner.Event.START && feeds.size() < MOST) {
                String name =
                        page.substring(scanner.nameStart(), scanner.nameEnd()).toLowerCase(Locale.ROOT);
                if (name.equals("link")) {
                    add(feeds, Attributes.of(page, scanner.nameEnd(), scanner.attributesEnd()), base);
                }
            }
        }
        return feeds;
    }

    private static void add(List<URI> feeds, Attributes link, @Nullable String base) {
        String href = link.get("href");
        if (href == null || !link.word("rel").contains("alternate") || !FEED_TYPES.contains(link.word("type"))) {
            return;
        }
        String address = Links.absolute(base, href);
        try {
            if (address != null) {
                feeds.add(URI.create(address));
            }
        } catch (IllegalArgumentException e) {
            return;
        }
    }
}
