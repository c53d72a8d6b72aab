// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import org.jdom2.Attribute;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.UncheckedJDOMFactory;
import org.jspecify.annotations.Nullable;

/**
 * The document that Rome gets: whatever dialect came in, healed, it is Atom 1.0 by now, with the elements that Rome reads
 * and no others. Dates are not among them (Rome misreads several shapes without a word), so a hostile date never meets it.
 */
final class RomeFeed {
    private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");
    private static final UncheckedJDOMFactory FACTORY = new UncheckedJDOMFactory();

    private RomeFeed() {}

    static SyndFeed of(Draft.Feed draft, LinkBase base) throws FeedException {
        Element root = element("feed");
        describe(root, draft, base, base.feedLink(), "subtitle");
        for (Draft item : draft.items) {
            Element entry = element("entry");
            describe(entry, item, base, base.of(item.reference(Field.LINK)), "summary");
            text(entry, "content", item.text(Field.CONTENT));
            root.addContent(entry);
        }
        return new SyndFeedInput().build(new Document(root));
    }

    private static void describe(Element parent, Draft draft, LinkBase base, @Nullable String link, String summary) {
        text(parent, "title", draft.text(Field.TITLE));
        text(parent, summary, draft.text(Field.SUMMARY));
        String id = base.identifier(draft.reference(Field.ID));
        if (id != null) {
            parent.addContent(element("id").addContent(FACTORY.text(id)));
        }
        if (link != null) {
            parent.addContent(element("link").setAttribute(attribute("href", link)));
        }
    }

    private static void text(Element parent, String name, @Nullable Markup markup) {
        if (markup != null) {
            Element element = element(name).setAttribute(attribute("type", markup.atomType()));
            parent.addContent(element.addContent(FACTORY.text(markup.value())));
        }
    }

    private static Element element(String name) {
        return FACTORY.element(name, ATOM);
    }

    private static Attribute attribute(String name, String value) {
        return FACTORY.attribute(name, value);
    }
}
