// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import dev.racewire.ingest.parse.Frame.Inherited;
import dev.racewire.ingest.parse.Vocabulary.Use;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What elements and attributes say, put into drafts: one rule for each field. */
final class ElementValues {
    private static final int LAST = 100;

    private final String text;

    private final Draft.Feed feed;
    private final FeedDates dates;

    ElementValues(String text, Draft.Feed feed, FeedDates dates) {

        this.text = text;
        this.feed = feed;
        this.dates = dates;
    }

    /** Takes the value of an element that ends at {@code to}. */
    void take(Frame frame, int to, boolean atom) {
        Use use = frame.use;
        if (use == null) {
            return;
        }
        if (use.field().isText()) {
            text(frame, use, to, atom);
            return;
        }
        int limit = Math.min(to, frame.contentStart + Limits.WORD);
        String word = Markup.of(text, frame.contentStart, limit, Attributes.NONE, true)
                .value()
                .strip();
        switch (use.field()) {
            case LINK -> link(frame, use, word);
            case ID -> id(frame, use, word);
            case PUBLISHED, UPDATED -> date(frame.draft, use, word);
            default -> word(frame.draft, use, word);
        }
    }

    private void text(Frame frame, Use use, int to, boolean atom) {
        if (frame.draft.wants(use.field(), use.rank())) {
            Markup value = Markup.of(text, frame.contentStart, to, frame.attributes, atom);
            if (!value.isBlank()) {
                frame.draft.offer(use.field(), use.rank(), value);
            }
        }
    }

    private static void link(Frame frame, Use use, String word) {
        String href = frame.attributes.get("href");
        String written = href == null ? word : href;
        if (!written.isBlank()) {
            int rank = use.rank() > 0 ? use.rank() : Links.rank(frame.attributes, href == null);
            Draft.Reference link = new Draft.Reference(written, frame.inherited.base());
            if (href == null) {
                frame.draft.replace(Field.LINK, rank, link);
            } else {
                frame.draft.offer(Field.LINK, rank, link);
            }
        }
    }

    private static void id(Frame frame, Use use, String word) {
        if (word.isEmpty()) {
            return;
        }
        String base = frame.inherited.base();
        boolean relative = frame.key.equals("id") && word.startsWith("/");
        frame.draft.offer(Field.ID, use.rank(), new Draft.Reference(word, relative ? base == null ? "" : base : null));
        String permalink = frame.attributes.word("ispermalink");
        if (frame.key.equals("guid") && (permalink.equals("true") || (permalink.isEmpty() && Links.isAbsolute(word)))) {
            frame.draft.offer(Field.LINK, Links.PERMALINK, new Draft.Reference(word, frame.inherited.base()));
        } else if (frame.key.equals("id") && Links.isAbsolute(word)) {
            frame.draft.offer(Field.LINK, Links.ADDRESS_AS_ID, new Draft.Reference(word, null));
        }
    }

    private void date(Draft draft, Use use, String word) {
        Instant date = draft.wants(use.field(), use.rank()) ? dates.parse(word) : null;
        if (date != null) {
            draft.offer(use.field(), use.rank(), date);
        }
    }

    private void word(Draft draft, Use use, String word) {
        if (use.field() == Field.SKIP_HOUR) {
            skipHour(word);
        } else if (use.field() == Field.SKIP_DAY) {
            skipDay(word);
        } else if (!word.isEmpty()) {
            draft.offer(use.field(), use.rank(), word);
        }
    }

    private void skipHour(String word) {
        int hour = word.length() <= 2 && word.chars().allMatch(Character::isDigit) && !word.isEmpty()
                ? Integer.parseInt(word)
                : -1;
        if (hour >= 0 && hour <= 24) {
            feed.skipHours.add(hour % 24);
        }
    }

    private void skipDay(String word) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().equals(word.toUpperCase(Locale.ROOT))) {
                feed.skipDays.add(day);
            }
        }
    }

    /** What the tag of the feed says: its language, its address. */
    void feedAttributes(Attributes attributes, Inherited inherited) {
        common(attributes, inherited, feed);
    }

    void itemAttributes(Attributes attributes, Inherited inherited, Draft item) {
        common(attributes, inherited, item);
    }

    private void common(Attributes attributes, Inherited inherited, Draft draft) {
        word(draft, attributes.get("xml:lang"), Field.LANGUAGE);
        String about = attributes.get("rdf:about");
        if (about != null && !about.isBlank()) {
            draft.offer(Field.ID, LAST, new Draft.Reference(about.strip(), null));
        }
        reference(draft, about, inherited, Links.ABOUT);
        reference(draft, attributes.get("href"), inherited, Links.ALTERNATE);
        String changed = attributes.get("lastmod");
        if (changed != null) {
            date(draft, new Use(Field.UPDATED, LAST), changed);
        }
    }

    /** What the tags inside an item say beside their text. */
    void attributesOf(String key, Attributes attributes, Inherited inherited, Draft item) {
        if (key.equals("enclosure")) {
            reference(item, attributes.get("url"), inherited, Links.ENCLOSURE);
        }
        word(item, attributes.get("xml:lang"), Field.LANGUAGE);
    }

    private static void word(Draft draft, @Nullable String word, Field field) {
        if (word != null && !word.isBlank()) {
            draft.offer(field, LAST, word.strip());
        }
    }

    private static void reference(Draft draft, @Nullable String href, Inherited inherited, int rank) {
        if (href != null && !href.isBlank()) {
            draft.offer(Field.LINK, rank, new Draft.Reference(href.strip(), inherited.base()));
        }
    }
}
