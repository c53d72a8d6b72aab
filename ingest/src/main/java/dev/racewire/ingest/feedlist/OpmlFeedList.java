// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.feedlist;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A feed list as OPML 2.0, read as a stream: outlines at any depth whose {@code xmlUrl} names a feed. What OPML has no
 * word for stands in attributes named like the columns of the CSV form.
 *
 * @see <a href="http://opml.org/spec2.opml">OPML 2.0</a>
 */
public final class OpmlFeedList {

    private OpmlFeedList() {}

    /**
     * Reads a list; a document type is refused, so that no entity is ever resolved.
     *
     * @throws IOException when there is no OPML
     */
    static FeedList parse(byte[] bytes) throws IOException {
        FeedListBuilder list = new FeedListBuilder();
        boolean opml = false;
        try {
            XMLStreamReader xml = inputs().createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (xml.hasNext() && !list.brokenOff()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new IOException("a document type (<!DOCTYPE …>) is not read: remove it");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    opml |= xml.getLocalName().equalsIgnoreCase("opml");
                    outline(xml, list);
                }
            }
        } catch (XMLStreamException e) {
            if (!opml) {
                throw new IOException("not OPML: " + firstLine(e), e);
            }
            list.breakOff(line(e), firstLine(e));
        }
        if (!opml) {
            throw new IOException("not OPML: there is no <opml> in it");
        }
        return list.build();
    }

    private static void outline(XMLStreamReader xml, FeedListBuilder list) {
        if (!xml.getLocalName().equalsIgnoreCase("outline")) {
            return;
        }
        String url = attribute(xml, "xmlUrl");
        if (url == null || url.isBlank()) {
            return; // A folder.
        }
        long line = xml.getLocation().getLineNumber();
        try {
            list.add(line, feed(xml, url.strip()));
        } catch (IllegalArgumentException e) {
            list.problem(line, String.valueOf(e.getMessage()));
        }
    }

    private static ListedFeed feed(XMLStreamReader xml, String url) {
        String name = Optional.ofNullable(attribute(xml, "title"))
                .or(() -> Optional.ofNullable(attribute(xml, "text")))
                .filter(text -> !text.isBlank())
                .orElseGet(() -> FeedUrl.registrableHost(url));
        Outlet outlet = new Outlet(
                name,
                or(attribute(xml, "htmlUrl"), ""),
                or(attribute(xml, "language"), Outlet.UNKNOWN_LANGUAGE),
                or(attribute(xml, "country"), Outlet.UNKNOWN_COUNTRY),
                or(attribute(xml, "kind"), Outlet.DEFAULT_KIND),
                or(attribute(xml, "publisher"), name),
                CsvFeedList.stateMedia(or(attribute(xml, "state_media"), "")));
        return ListedFeed.of(url, outlet);
    }

    private static String or(@Nullable String text, String absent) {
        return text == null || text.isBlank() ? absent : text.strip();
    }

    /** OPML in the wild writes {@code xmlurl} and {@code xmlURL} too. */
    private static @Nullable String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equalsIgnoreCase(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Writes a list that every feed reader takes. */
    public static String write(List<ListedFeed> feeds) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("opml");
            xml.writeAttribute("version", "2.0");
            xml.writeStartElement("head");
            xml.writeStartElement("title");
            xml.writeCharacters("Feeds of Racewire");
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeStartElement("body");
            for (ListedFeed feed : feeds) {
                write(xml, feed);
            }
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return text.append('\n').toString();
    }

    private static void write(XMLStreamWriter xml, ListedFeed feed) throws XMLStreamException {
        Map<String, String> cells = CsvFeedList.cells(feed);
        xml.writeCharacters("\n  ");
        xml.writeEmptyElement("outline");
        xml.writeAttribute("type", "rss");
        xml.writeAttribute("text", feed.outlet().name());
        xml.writeAttribute("xmlUrl", feed.url());
        xml.writeAttribute("htmlUrl", feed.outlet().site());
        for (String column : List.of("language", "country", "kind", "publisher", "state_media")) {
            xml.writeAttribute(column, cells.getOrDefault(column, ""));
        }
    }

    private static XMLInputFactory inputs() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    private static long line(XMLStreamException e) {
        return e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
    }

    private static String firstLine(XMLStreamException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
