// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.view;

import dev.racewire.schemas.Count;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The cells of {@code racewire-counts}: windows of one length by their start, in each the cells. */
public final class CountStore {

    private final Map<String, NavigableMap<Long, Map<String, Cell>>> windows = new ConcurrentHashMap<>();

    /**
     * A cell as the processor counted it.
     *
     * @param windowStart first instant, in milliseconds
     * @param windowEnd first instant after it
     */
    public record Cell(
            String country,
            String topic,
            String window,
            long windowStart,
            long windowEnd,
            long articles,
            long stories,
            long publishers,
            long rivalries,
            long stateMediaArticles,
            long revision,
            List<String> taxonomyVersions) {

        static Cell of(Count count) {
            return new Cell(
                    count.getCountry(),
                    count.getTopic(),
                    count.getWindow(),
                    count.getWindowStart().toEpochMilli(),
                    count.getWindowEnd().toEpochMilli(),
                    count.getArticles(),
                    count.getStories(),
                    count.getPublishers(),
                    count.getRivalries(),
                    count.getStateMediaArticles(),
                    count.getRevision(),
                    List.copyOf(count.getTaxonomyVersions()));
        }
    }

    void apply(Count count) {
        Cell cell = Cell.of(count);
        windows.computeIfAbsent(cell.window(), length -> new ConcurrentSkipListMap<>())
                .computeIfAbsent(cell.windowStart(), start -> new ConcurrentHashMap<>())
                .put(cell.country() + "|" + cell.topic(), cell);
    }

    void forget(String window, long oldest) {
        windows.getOrDefault(window, new ConcurrentSkipListMap<>())
                .headMap(oldest)
                .clear();
    }

    /** Cells with from <= window start < to, newest window first, then by country and topic. */
    public List<Cell> between(String window, long from, long to) {
        NavigableMap<Long, Map<String, Cell>> starts = windows.getOrDefault(window, new ConcurrentSkipListMap<>());
        return starts.subMap(from, true, to, false).values().stream()
                .flatMap(cells -> cells.values().stream())
                .sorted(Comparator.comparingLong(Cell::windowStart)
                        .reversed()
                        .thenComparing(Cell::country)
                        .thenComparing(Cell::topic))
                .toList();
    }

    public int size() {
        return windows.values().stream()
                .flatMap(starts -> starts.values().stream())
                .mapToInt(Map::size)
                .sum();
    }
}
