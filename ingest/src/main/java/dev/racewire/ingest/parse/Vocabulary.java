// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which elements say what, best first: a feed that names its items' titles only in Dublin Core still has titles. One
 * table for feeds and one for items, whatever the dialect, since feeds mix them.
 */
final class Vocabulary {
    /** An element's meaning; of two that mean the same the lower rank wins, of equals the first that is not blank. */
    record Use(Field field, int rank) {}

    static final Vocabulary FEED = new Vocabulary()
            .add(Field.TITLE, "title", "dc:title", "dcterms:title", "media:title", "itunes:title")
            .add(Field.LINK, "link")
            .add(Field.ID, "id", "guid", "dc:identifier")
            .add(Field.SUMMARY, "subtitle", "tagline", "description", "dc:description", "abstract", "dcterms:abstract")
            .add(Field.SUMMARY, 10, "itunes:summary", "itunes:subtitle", "media:description", "info")
            .add(Field.PUBLISHED, "published", "pubdate", "issued", "dcterms:issued", "dc:date", "dcterms:date")
            .add(Field.PUBLISHED, 10, "dcterms:created", "created", "date")
            .add(Field.UPDATED, "updated", "modified", "lastbuilddate", "dcterms:modified")
            .add(Field.LANGUAGE, "language", "dc:language", "dcterms:language")
            .add(Field.TTL, "ttl")
            .add(Field.PERIOD, "sy:updateperiod")
            .add(Field.FREQUENCY, "sy:updatefrequency")
            .add(Field.SKIP_HOUR, "hour")
            .add(Field.SKIP_DAY, "day");

    static final Vocabulary ITEM = new Vocabulary()
            .add(Field.TITLE, "title", "dc:title", "dcterms:title", "media:title", "itunes:title")
            .add(Field.LINK, "link")
            .add(Field.LINK, Links.ORIGINAL, "feedburner:origlink")
            .add(Field.ID, "id", "guid", "dc:identifier")
            .add(Field.SUMMARY, "summary", "description", "dc:description", "abstract", "dcterms:abstract", "tagline")
            .add(Field.SUMMARY, 10, "media:description", "itunes:summary", "itunes:subtitle")
            .add(Field.CONTENT, "content:encoded", "content", "xhtml:body", "body", "fullitem", "xhtml:div")
            .add(Field.PUBLISHED, "published", "pubdate", "issued", "dcterms:issued", "dc:date", "dcterms:date")
            .add(Field.PUBLISHED, 10, "dcterms:created", "created", "date", "publicationdate")
            .add(Field.UPDATED, "updated", "modified", "dcterms:modified", "lastbuilddate")
            .add(Field.LANGUAGE, "language", "dc:language", "dcterms:language");

    private final Map<String, Use> uses = new HashMap<>();

    private Vocabulary() {}

    private Vocabulary add(Field field, String... keys) {
        return add(field, 0, keys);
    }

    private Vocabulary add(Field field, int rank, String... keys) {
        for (int i = 0; i < keys.length; i++) {
            uses.put(keys[i], new Use(field, rank + i));
        }
        return this;
    }

    @Nullable
    Use of(String key) {
        return uses.get(key);
    }
}
