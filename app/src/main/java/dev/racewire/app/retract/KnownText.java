// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.retract;

import dev.racewire.schemas.Article;
import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.schemas.RetractionReason;
import java.time.Instant;

/**
 * An article of which Kafka holds a text.
 *
 * @param id article id
 * @param feedUrl feed that owns it
 * @param publisher owner of its outlet
 * @param title its title; empty once it is withdrawn
 * @param firstSeen when it was first seen
 * @param newest the later of that and its event time: by this, the processor forgets it
 * @param classified whether it stands among the classified articles
 * @param withdrawn whether that has been done
 */
public record KnownText(
        String id,
        String feedUrl,
        String publisher,
        String title,
        Instant firstSeen,
        Instant newest,
        boolean classified,
        boolean withdrawn) {

    static KnownText of(Article sighting) {
        return new KnownText(
                sighting.getId(),
                sighting.getFeedUrl(),
                sighting.getOutlet().getPublisher(),
                sighting.getTitle(),
                sighting.getFetched(),
                sighting.getFetched(),
                false,
                false);
    }

    static KnownText of(ClassifiedArticle article) {
        Instant seen = article.getFirstSeen();
        return new KnownText(
                article.getId(),
                article.getFeedUrl(),
                article.getOutlet().getPublisher(),
                article.getTitle(),
                seen,
                seen.isAfter(article.getEventTime()) ? seen : article.getEventTime(),
                true,
                article.getReason() == RetractionReason.WITHDRAWN || isWordless(article));
    }

    private static boolean isWordless(ClassifiedArticle article) {
        return article.getTitle().isEmpty() && article.getSummary().isEmpty();
    }

    KnownText gone() {
        return new KnownText(id, feedUrl, publisher, "", firstSeen, newest, classified, true);
    }
}
