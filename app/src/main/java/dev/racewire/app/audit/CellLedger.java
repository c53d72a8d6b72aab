// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.audit;

import dev.racewire.app.articles.ArticleFacts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which articles stand in which cell by the last record of each article. A cell's key is {@code
 * country|topic|window|start}; {@code *} stands for all countries, or all topics.
 */
final class CellLedger {

    private static final String ALL = "*";

    private final Map<String, ArticleFacts> articles = new HashMap<>();
    private final Map<String, Map<String, ArticleFacts>> cells = new HashMap<>();

    /** Takes the last record of an article, null when it was deleted; returns the keys of the cells concerned. */
    Set<String> put(String id, @Nullable ArticleFacts article) {
        Set<String> concerned = new HashSet<>();
        ArticleFacts before = article == null ? articles.remove(id) : articles.put(id, article);
        for (String key : keys(before)) {
            concerned.add(key);
            Map<String, ArticleFacts> members = cells.get(key);
            if (members != null) {
                members.remove(id);
            }
        }
        if (article != null) {
            for (String key : keys(article)) {
                concerned.add(key);
                cells.computeIfAbsent(key, k -> new LinkedHashMap<>()).put(id, article);
            }
        }
        return concerned;
    }

    Collection<ArticleFacts> articles() {
        return articles.values();
    }

    @Nullable
    ArticleFacts article(String id) {
        return articles.get(id);
    }

    /** All cells that an article is in, or once was. */
    Set<String> keys() {
        return cells.keySet();
    }

    CellValue value(String key) {
        Map<String, ArticleFacts> members = cells.get(key);
        return members == null ? CellValue.EMPTY : CellValue.of(members.values());
    }

    private static Set<String> keys(@Nullable ArticleFacts article) {
        if (article == null || !article.inCells()) {
            return Set.of();
        }
        Set<String> keys = new HashSet<>();
        for (String country : withAll(article.countries())) {
            for (String topic : withAll(article.topics())) {
                keys.add(key(country, topic, "PT1H", article.eventTime().truncatedTo(ChronoUnit.HOURS)));
                keys.add(key(country, topic, "P1D", article.eventTime().truncatedTo(ChronoUnit.DAYS)));
            }
        }
        return keys;
    }

    static String key(String country, String topic, String window, Instant start) {
        return country + "|" + topic + "|" + window + "|" + start;
    }

    private static Set<String> withAll(Set<String> labels) {
        Set<String> all = new HashSet<>(labels);
        all.add(ALL);
        return all;
    }
}
