// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.newswire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens on an invented newswire. */
public sealed interface Event {

    /**
     * A feed shows an article.
     *
     * @param article id of the article
     * @param outlet whose feed shows it
     * @param story what it tells
     * @param wording how its title is worded
     * @param fetched when the feed was read
     * @param published date that the feed gives
     * @param backfill whether it came with a feed's backlog
     */
    record Sighting(
            String article,
            Outlet outlet,
            Story story,
            Wording wording,
            Instant fetched,
            @Nullable Instant published,
            boolean backfill)
            implements Event {

        public String title() {
            return wording.of(story);
        }

        /** The same for the same words. */
        public String contentHash() {
            String content = title() + '\n' + story.summary() + '\n' + story.language();
            return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8))
                    .toString();
        }

        Sighting telling(Story other, Wording otherWording, Instant then) {
            return new Sighting(article, outlet, other, otherWording, then, published, backfill);
        }

        Sighting by(Outlet other, Instant then) {
            return new Sighting(article, other, story, wording, then, published, backfill);
        }
    }

    /**
     * A publisher takes an article back.
     *
     * @param article its id
     * @param at when
     */
    record Withdrawal(String article, Instant at) implements Event {}

    /**
     * Bytes that nobody can read.
     *
     * @param key key of the record; null: none
     * @param text the bytes, as ISO 8859-1
     * @param at when
     */
    record Noise(@Nullable String key, String text, Instant at) implements Event {

        public byte[] bytes() {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /**
     * An article under a key that is not its id: readable, and yet not to be judged.
     *
     * @param key key of the record
     * @param sighting the article
     */
    record Misfiled(String key, Sighting sighting) implements Event {}
}
