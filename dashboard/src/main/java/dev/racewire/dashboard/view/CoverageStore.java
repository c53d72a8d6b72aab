// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.view;

import dev.racewire.schemas.Coverage;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** What was read in each window, in scope or not: by language and country of the outlet. */
public final class CoverageStore {

    private final Map<String, NavigableMap<Long, Map<String, Row>>> windows = new ConcurrentHashMap<>();

    private final Map<String, NavigableMap<Long, Long>> seen = new ConcurrentHashMap<>();

    /** One language and outlet country in one window. */
    public record Row(
            String language,
            String outletCountry,
            String window,
            long windowStart,
            long windowEnd,
            long articlesSeen,
            long articlesInScope,
            long feedsDue,
            long feedsRead,
            long feedsFailing) {}

    void apply(Coverage coverage) {
        Row row = new Row(
                coverage.getLanguage(),
                coverage.getOutletCountry(),
                coverage.getWindow(),
                coverage.getWindowStart().toEpochMilli(),
                coverage.getWindowEnd().toEpochMilli(),
                coverage.getArticlesSeen(),
                coverage.getArticlesInScope(),
                coverage.getFeedsDue(),
                coverage.getFeedsRead(),
                coverage.getFeedsFailing());
        Row before = windows.computeIfAbsent(row.window(), length -> new ConcurrentSkipListMap<>())
                .computeIfAbsent(row.windowStart(), start -> new ConcurrentHashMap<>())
                .put(row.language() + "|" + row.outletCountry(), row);
        long more = row.articlesSeen() - (before == null ? 0 : before.articlesSeen());
        seen.computeIfAbsent(row.window(), length -> new ConcurrentSkipListMap<>())
                .merge(row.windowStart(), more, Long::sum);
    }

    void forget(String window, long oldest) {
        windows.getOrDefault(window, new ConcurrentSkipListMap<>())
                .headMap(oldest)
                .clear();
        seen.getOrDefault(window, new ConcurrentSkipListMap<>()).headMap(oldest).clear();
    }

    /** Articles seen in windows with from <= window start < to, of all languages and outlets. */
    public long seen(String window, long from, long to) {
        long sum = 0;
        for (long articles : seen.getOrDefault(window, new ConcurrentSkipListMap<>())
                .subMap(from, true, to, false)
                .values()) {
            sum += articles;
        }
        return sum;
    }

    /** Rows with from <= window start < to. */
    public List<Row> between(String window, long from, long to) {
        return windows
                .getOrDefault(window, new ConcurrentSkipListMap<>())
                .subMap(from, true, to, false)
                .values()
                .stream()
                .map(Map::values)
                .flatMap(Collection::stream)
                .toList();
    }
}
