// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.api;

import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A cell's feed as Atom.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>
 */
final class AtomFeed {

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private final XMLStreamWriter out;

    private AtomFeed(XMLStreamWriter out) {
        this.out = out;
    }

    static byte[] of(CellFeed feed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            new AtomFeed(out).write(feed);
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write the Atom feed " + feed.id(), e);
        }
        return bytes.toByteArray();
    }

    private void write(CellFeed feed) throws XMLStreamException {
        out.writeStartDocument("UTF-8", "1.0");
        out.writeStartElement("feed");
        out.writeDefaultNamespace(NAMESPACE);
        text("id", feed.id());
        text("title", feed.title());
        text("updated", feed.updated().toString());
        text("generator", "Racewire");
        link("self", "application/atom+xml", feed.self().toString());
        link("alternate", "text/html", feed.page().toString());
        for (CellFeed.Entry entry : feed.entries()) {
            write(entry);
        }
        out.writeEndElement();
        out.writeEndDocument();
    }

    private void write(CellFeed.Entry entry) throws XMLStreamException {
        out.writeStartElement("entry");
        out.writeAttribute("xml:lang", entry.language());
        text("id", entry.id());
        text("title", entry.title());
        text("published", entry.published().toString());
        text("updated", entry.updated().toString());
        if (entry.link() != null) {
            link("alternate", "text/html", entry.link());
        }
        out.writeStartElement("author");
        text("name", entry.outlet());
        out.writeEndElement();
        for (String tag : entry.tags()) {
            out.writeEmptyElement("category");
            out.writeAttribute("term", clean(tag));
        }
        text("content", entry.text());
        out.writeEndElement();
    }

    private void text(String name, String value) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(clean(value));
        out.writeEndElement();
    }

    private void link(String rel, String type, String address) throws XMLStreamException {
        out.writeEmptyElement("link");
        out.writeAttribute("rel", rel);
        out.writeAttribute("type", type);
        out.writeAttribute("href", clean(address));
    }

    /** Without the characters that XML 1.0 has no way to write. */
    private static String clean(String text) {
        return text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
