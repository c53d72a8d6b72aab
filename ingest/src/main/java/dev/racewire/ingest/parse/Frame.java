// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import org.jspecify.annotations.Nullable;

/** An element that is open, and what is to become of what stands in it. */
final class Frame {
    enum Place {
        /** Children describe the feed, or are its items. */
        FEED,
        /** Children describe an item. */
        ITEM,
        /** Everything up to the end tag is one value. */
        VALUE,
        /** Of no interest. */
        SKIP
    }

    /** What children inherit: prefixes, {@code xml:base}. */
    record Inherited(Namespaces names, @Nullable String base) {
        static final Inherited NOTHING = new Inherited(Namespaces.NONE, null);

        Inherited with(Attributes attributes) {
            if (attributes == Attributes.NONE) {
                return this;
            }
            Namespaces declared = names.with(attributes);
            String written = attributes.get("xml:base");
            String joined = written == null ? base : Links.join(base, written);
            String here = joined != null && joined.length() > Limits.WORD ? base : joined;
            return declared == names && written == null ? this : new Inherited(declared, here);
        }
    }

    final Place place;
    final int nameStart;
    final int nameEnd;
    final int contentStart;
    final Inherited inherited;
    final Attributes attributes;
    final Draft draft;
    final String key;
    final Vocabulary.@Nullable Use use;

    Frame(
            Place place,
            XmlScanner tag,
            Inherited inherited,
            Attributes attributes,
            Draft draft,
            String key,
            Vocabulary.@Nullable Use use) {
        this.place = place;
        this.nameStart = tag.nameStart();
        this.nameEnd = tag.nameEnd();
        this.contentStart = tag.position();
        this.inherited = inherited;
        this.attributes = attributes;
        this.draft = draft;
        this.key = key;
        this.use = use;
    }

    boolean isValueOrSkip() {
        return place == Place.VALUE || place == Place.SKIP;
    }
}
