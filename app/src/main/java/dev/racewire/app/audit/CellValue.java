// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.audit;

import dev.racewire.app.articles.ArticleFacts;
import dev.racewire.schemas.Count;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The numbers of a cell, however they were come by. */
record CellValue(
        long articles, long stories, long publishers, long rivalries, long stateMedia, Set<String> taxonomies) {

    static final CellValue EMPTY = of(List.of());

    CellValue {
        taxonomies = Set.copyOf(taxonomies);
    }

    /** Counts these articles from nothing. */
    static CellValue of(Collection<ArticleFacts> articles) {
        return new CellValue(
                articles.size(),
                distinct(articles, ArticleFacts::storyId).size(),
                distinct(articles, ArticleFacts::publisher).size(),
                articles.stream().filter(ArticleFacts::rivalry).count(),
                articles.stream().filter(ArticleFacts::stateMedia).count(),
                distinct(articles, ArticleFacts::taxonomyVersion));
    }

    /** The numbers in a published record. */
    static CellValue of(Count count) {
        return new CellValue(
                count.getArticles(),
                count.getStories(),
                count.getPublishers(),
                count.getRivalries(),
                count.getStateMediaArticles(),
                Set.copyOf(count.getTaxonomyVersions()));
    }

    private static Set<String> distinct(Collection<ArticleFacts> articles, Function<ArticleFacts, String> what) {
        return articles.stream().map(what).collect(Collectors.toSet());
    }

    /** In which numbers this published value differs from the recomputed one. */
    String differenceTo(CellValue recomputed) {
        List<String> parts = new ArrayList<>();
        add(parts, "articles", articles, recomputed.articles);
        add(parts, "stories", stories, recomputed.stories);
        add(parts, "publishers", publishers, recomputed.publishers);
        add(parts, "rivalries", rivalries, recomputed.rivalries);
        add(parts, "state media articles", stateMedia, recomputed.stateMedia);
        add(parts, "taxonomies", new TreeSet<>(taxonomies), new TreeSet<>(recomputed.taxonomies));
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, String name, Object published, Object recomputed) {
        if (!published.equals(recomputed)) {
            parts.add(name + " " + published + " published, " + recomputed + " recomputed");
        }
    }
}
