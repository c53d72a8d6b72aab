// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.ingest;

import dev.racewire.schemas.Article;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * How long articles stood in their feeds before they were read. Of articles that came after their feed's first poll: the
 * feed server dates an item when it appears.
 */
final class Freshness {

    private final List<Duration> ages;

    private Freshness(List<Duration> ages) {
        this.ages = ages;
    }

    static Freshness of(List<Article> articles) {
        return of(articles, article -> true);
    }

    /** That of the articles that are wanted. */
    static Freshness of(List<Article> articles, Predicate<Article> wanted) {
        return new Freshness(articles.stream()
                .filter(article -> !article.getBackfill() && article.getPublished() != null)
                .filter(wanted)
                .map(article -> Duration.between(article.getPublished(), article.getFetched()))
                .sorted()
                .toList());
    }

    int count() {
        return ages.size();
    }

    /** That share of the articles was read no later than this; zero without articles. */
    Duration quantile(double share) {
        return ages.isEmpty() ? Duration.ZERO : ages.get((int) Math.min(ages.size() - 1, share * ages.size()));
    }
}
