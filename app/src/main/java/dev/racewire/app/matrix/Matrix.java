// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.matrix;

import dev.racewire.app.articles.ArticleFacts;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A number for each country and topic, where {@code *} stands for all. */
public final class Matrix {

    static final String ALL = "*";

    private final Map<String, Map<String, Long>> cells = new HashMap<>();

    /** The table of these articles, each number distinct over all of them. */
    public static Matrix of(Collection<ArticleFacts> articles, Measure measure) {
        Map<String, Map<String, Set<String>>> members = new HashMap<>();
        for (ArticleFacts article : articles) {
            if (measure == Measure.rivalries && !article.rivalry()) {
                continue;
            }
            for (String country : withAll(article.countries())) {
                for (String topic : withAll(article.topics())) {
                    members.computeIfAbsent(country, c -> new HashMap<>())
                            .computeIfAbsent(topic, t -> new HashSet<>())
                            .add(counted(article, measure));
                }
            }
        }
        Matrix matrix = new Matrix();
        members.forEach((country, row) -> row.forEach((topic, ids) -> matrix.put(country, topic, ids.size())));
        return matrix;
    }

    private static String counted(ArticleFacts article, Measure measure) {
        return switch (measure) {
            case articles, rivalries -> article.id();
            case stories -> article.storyId();
            case publishers -> article.publisher();
        };
    }

    private static Set<String> withAll(Set<String> labels) {
        Set<String> all = new HashSet<>(labels);
        all.add(ALL);
        return all;
    }

    void put(String country, String topic, long number) {
        cells.computeIfAbsent(country, c -> new HashMap<>()).put(topic, number);
    }

    long number(String country, String topic) {
        return cells.getOrDefault(country, Map.of()).getOrDefault(topic, 0L);
    }

    /** The countries, those with the most first; {@code *} is not among them. */
    List<String> countries() {
        return sorted(cells.keySet(), country -> number(country, ALL));
    }

    /** The topics, those with the most first; {@code *} is not among them. */
    List<String> topics() {
        Set<String> topics = new TreeSet<>();
        cells.values().forEach(row -> topics.addAll(row.keySet()));
        return sorted(topics, topic -> number(ALL, topic));
    }

    private static List<String> sorted(Set<String> labels, java.util.function.ToLongFunction<String> size) {
        return labels.stream()
                .filter(label -> !label.equals(ALL) && size.applyAsLong(label) > 0)
                .sorted(Comparator.comparingLong(size).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
