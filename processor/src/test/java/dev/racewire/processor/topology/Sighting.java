// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.topology;

import dev.racewire.runtime.kafka.AvroSerde;
import dev.racewire.schemas.Article;
import dev.racewire.schemas.Outlet;
import dev.racewire.schemas.StateMedia;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A sighting for tests, changed step by step from {@link #of}.
 *
 * @param labels verdict by {@link LabelledJudge}; with the title it is the content
 */
record Sighting(
        String id,
        String feed,
        String publisher,
        StateMedia stateMedia,
        String title,
        String labels,
        Instant fetched,
        Instant published,
        boolean dated,
        boolean backfill) {

    static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    /** Labels that reach every row and language of the tests. */
    static final List<String> ROWS_AND_LANGUAGES =
            List.of("en US,CN chips,trade rivalry", "id JP trade", "zh KR chips");

    static Sighting of(String id, String labels) {
        return new Sighting(
                id, "https://a.example/feed", "A", StateMedia.NO, "Title " + id, labels, NOON, NOON, true, false);
    }

    /** The same as another article. */
    Sighting as(String other) {
        return new Sighting(other, feed, publisher, stateMedia, title, labels, fetched, published, dated, backfill);
    }

    Sighting feed(String name) {
        return new Sighting(
                id,
                "https://" + name + ".example/feed",
                name,
                stateMedia,
                title,
                labels,
                fetched,
                published,
                dated,
                backfill);
    }

    Sighting stateMedia(StateMedia is) {
        return new Sighting(id, feed, publisher, is, title, labels, fetched, published, dated, backfill);
    }

    Sighting title(String text) {
        return new Sighting(id, feed, publisher, stateMedia, text, labels, fetched, published, dated, backfill);
    }

    Sighting labels(String words) {
        return new Sighting(id, feed, publisher, stateMedia, title, words, fetched, published, dated, backfill);
    }

    /** Fetched so much later than it is. */
    Sighting later(Duration by) {
        return new Sighting(
                id, feed, publisher, stateMedia, title, labels, fetched.plus(by), published, dated, backfill);
    }

    Sighting published(Instant at) {
        return new Sighting(id, feed, publisher, stateMedia, title, labels, fetched, at, dated, backfill);
    }

    Sighting undated() {
        return new Sighting(id, feed, publisher, stateMedia, title, labels, fetched, published, false, backfill);
    }

    Sighting inBackfill() {
        return new Sighting(id, feed, publisher, stateMedia, title, labels, fetched, published, dated, true);
    }

    byte[] bytes() {
        return new AvroSerde<>(Article.class).serializer().serialize("", article());
    }

    @SuppressWarnings("NullAway") // Avro's builders take null where the schema does
    Article article() {
        return Article.newBuilder()
                .setId(id)
                .setFeedUrl(feed)
                .setOutlet(Outlet.newBuilder()
                        .setName(publisher)
                        .setCountry("GB")
                        .setPublisher(publisher)
                        .setStateMedia(stateMedia)
                        .build())
                .setTitle(title)
                .setSummary(labels)
                .setLink("https://a.example/" + id)
                .setPublished(dated ? published : null)
                .setFetched(fetched)
                .setBackfill(backfill)
                .setContentHash(Integer.toHexString((title + '\n' + labels).hashCode()))
                .build();
    }
}
