// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.audit;

import dev.racewire.schemas.Article;
import org.apache.kafka.common.TopicPartition;

/**
 * An article of which sightings are retained in {@code racewire-articles}.
 *
 * @param partition where its sightings stand; the key decides, so it is one
 * @param lastOffset offset of its last sighting
 * @param owner feed that first showed it, whose text is judged
 */
record RetainedArticle(TopicPartition partition, long lastOffset, String owner) {

    /** The same article with one more sighting. */
    RetainedArticle seenAt(long offset) {
        return new RetainedArticle(partition, offset, owner);
    }

    boolean ownedBy(Article sighting) {
        return owner.equals(sighting.getFeedUrl());
    }
}
