// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import dev.racewire.ingest.parse.Frame.Inherited;
import dev.racewire.ingest.parse.Frame.Place;
import dev.racewire.ingest.parse.Vocabulary.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads any dialect of RSS, RDF and Atom, well-formed or not, to a draft. It knows elements by what they say, not by where
 * a specification puts them; an end tag closes whatever was left open inside; what stands before the feed (a warning of a
 * script, a page's head) is passed over, and nothing after its end tag is read.
 */
final class FeedReader {
    private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "channel");
    private static final Set<String> WRAPPERS =
            Set.of("channel", "items", "rss", "feed", "rdf:rdf", "skiphours", "skipdays", "rdf:seq");
    private static final Set<String> MEDIA = Set.of("media:group", "media:content");

    private final String text;
    private final XmlScanner scanner;
    private final Guard guard;
    private final ElementValues values;
    private final List<Frame> open = new ArrayList<>();
    private final Draft.Feed feed = new Draft.Feed();
    private String first = "";
    private boolean found;
    private boolean atom;
    private boolean closed;

    FeedReader(String text, Guard guard, FeedDates dates) {
        this.text = text;
        this.guard = guard;
        this.scanner = new XmlScanner(text);
        this.values = new ElementValues(text, feed, dates);
    }

    /** Reads to the end of the feed, of the text, or to a limit. */
    void read() throws Guard.Exceeded {
        while (!closed) {
            switch (scanner.next()) {
                case START -> start();
                case END -> end();
                case EOF -> {
                    endOfText();
                    return;
                }
            }
        }
    }

    /** What was read up to now; items that are still open are not in it. */
    Draft.Feed feed() {
        for (Frame frame : open) {
            if (frame.place == Place.ITEM) {
                feed.forget(frame.draft);
            }
        }
        return feed;
    }

    /** True when a feed began somewhere in the text. */
    boolean found() {
        return found;
    }

    /** Name of the first element, in lower case; or the empty string. */
    String first() {
        return first;
    }

    private void endOfText() {
        if (scanner.cut() || !open.isEmpty()) {
            feed.breakOff("the document breaks off before its end");
        }
    }

    private void start() throws Guard.Exceeded {
        guard.element(open.size());
        if (open.isEmpty()) {
            outside();
            return;
        }
        Frame parent = top();
        if (parent.isValueOrSkip() && !breaksOut(parent)) {
            if (!scanner.empty() && openIndex() >= 0) {
                push(new Frame(Place.SKIP, scanner, parent.inherited, Attributes.NONE, parent.draft, "", null));
            }
            return;
        }
        child(top());
    }

    /** An item that begins where a title or a date was never closed: close that. */
    private boolean breaksOut(Frame parent) {
        if (!isWord(parent) || !isItem(parent.inherited.names().key(name()))) {
            return false;
        }
        pop();
        return true;
    }

    /** A value in which no markup belongs, so that any end tag is its own, misspelt. */
    private static boolean isWord(Frame frame) {
        return frame.place == Place.VALUE
                && frame.use != null
                && !frame.use.field().isText();
    }

    private void outside() throws Guard.Exceeded {
        Attributes attributes = attributes();
        Inherited inherited = Inherited.NOTHING.with(attributes);
        String key = inherited.names().key(name());
        first = first.isEmpty() ? key : first;
        String local = key.substring(key.indexOf(':') + 1);
        if (key.equals("entry")) {
            found = true;
            atom = true;
            item(inherited, attributes, key);
        } else if (ROOTS.contains(local)) {
            found = true;
            atom = local.equals("feed");
            Inherited own = key.startsWith("rdf:")
                    ? inherited
                    : new Inherited(inherited.names().withFeedPrefix(name()), inherited.base());
            wrapper(own, attributes, local);
        }
        closed = found && scanner.empty();
    }

    private void child(Frame parent) throws Guard.Exceeded {
        Attributes attributes = attributes();
        Inherited inherited = parent.inherited.with(attributes);
        String key = inherited.names().key(name());
        if (isItem(key)) {
            item(inherited, attributes, key);
        } else if (parent.place == Place.FEED && WRAPPERS.contains(key)) {
            wrapper(inherited, attributes, key);
        } else if (parent.place == Place.ITEM && MEDIA.contains(key)) {
            enter(Place.ITEM, inherited, attributes, parent.draft, key, null);
        } else {
            value(parent, inherited, attributes, key);
        }
    }

    private void value(Frame parent, Inherited inherited, Attributes attributes, String key) {
        if (parent.place == Place.ITEM) {
            values.attributesOf(key, attributes, inherited, parent.draft);
        }
        Vocabulary vocabulary = parent.place == Place.ITEM ? Vocabulary.ITEM : Vocabulary.FEED;
        Use use = vocabulary.of(key);
        enter(use == null ? Place.SKIP : Place.VALUE, inherited, attributes, parent.draft, key, use);
    }

    private void wrapper(Inherited inherited, Attributes attributes, String key) {
        values.feedAttributes(attributes, inherited);
        enter(Place.FEED, inherited, attributes, feed, key, null);
    }

    private void item(Inherited inherited, Attributes attributes, String key) throws Guard.Exceeded {
        guard.item(feed.items.size());
        Draft item = new Draft();
        feed.items.add(item);
        values.itemAttributes(attributes, inherited, item);
        enter(Place.ITEM, inherited, attributes, item, key, null);
    }

    private void enter(
            Place place, Inherited inherited, Attributes attributes, Draft draft, String key, @Nullable Use use) {
        Frame frame = new Frame(place, scanner, inherited, attributes, draft, key, use);
        if (!scanner.empty()) {
            push(frame);
        } else if (place == Place.VALUE) {
            values.take(frame, frame.contentStart, atom);
        }
    }

    private void end() {
        int index = openIndex();
        if (index < 0) {
            if (!open.isEmpty() && isWord(top())) {
                pop();
            }
            return;
        }
        while (open.size() > index) {
            pop();
        }
        closed = open.isEmpty();
    }

    /** The innermost open element of the current tag's name; -1 when none is. */
    private int openIndex() {
        int from = scanner.nameStart();
        int length = scanner.nameEnd() - from;
        for (int i = open.size() - 1; i >= 0; i--) {
            Frame frame = open.get(i);
            if (frame.nameEnd - frame.nameStart == length
                    && text.regionMatches(true, frame.nameStart, text, from, length)) {
                return i;
            }
        }
        return -1;
    }

    private void pop() {
        Frame frame = open.remove(open.size() - 1);
        if (frame.place == Place.VALUE) {
            values.take(frame, scanner.tagStart(), atom);
        }
    }

    private void push(Frame frame) {
        open.add(frame);
    }

    private Frame top() {
        return open.get(open.size() - 1);
    }

    private String name() {
        return text.substring(scanner.nameStart(), scanner.nameEnd());
    }

    private Attributes attributes() {
        return Attributes.of(text, scanner.nameEnd(), scanner.attributesEnd());
    }

    private static boolean isItem(String key) {
        return key.equals("item") || key.equals("entry");
    }
}
