// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.query;

import dev.racewire.dashboard.view.ArticleEntry;
import dev.racewire.dashboard.view.Articles;
import dev.racewire.dashboard.view.Dictionaries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Countries by topics over a span: every cell distinct over the whole span, the row and column {@code *} too. */
public final class Matrix {

    /** In place of the number of a country or topic. */
    private static final int ALL = -1;

    /** A cell that is not empty. */
    public record Cell(String country, String topic, Numbers numbers) {}

    private record Place(int country, int topic) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return country != other.country
                    ? Integer.compare(country, other.country)
                    : Integer.compare(topic, other.topic);
        }
    }

    private final Map<Place, Tally> tallies = new TreeMap<>();

    private Matrix() {}

    /** The cells of those articles of the span that pass the filter, by country and topic. */
    public static List<Cell> of(Articles articles, Span span, Filter filter) {
        Matrix matrix = new Matrix();
        ByStory.matching(articles, span, filter.on(articles)).forEach(entry -> matrix.add(entry, filter));
        return matrix.cells(articles.names());
    }

    private void add(ArticleEntry entry, Filter filter) {
        addRow(ALL, entry);
        for (int i = 0; i < entry.countryCount(); i++) {
            if (filter.inBy(entry, i)) {
                addRow(entry.country(i), entry);
            }
        }
    }

    private void addRow(int country, ArticleEntry entry) {
        tally(country, ALL).add(entry);
        for (int i = 0; i < entry.topicCount(); i++) {
            tally(country, entry.topic(i)).add(entry);
        }
    }

    private Tally tally(int country, int topic) {
        return tallies.computeIfAbsent(new Place(country, topic), place -> new Tally());
    }

    private List<Cell> cells(Dictionaries names) {
        List<Cell> cells = new ArrayList<>();
        tallies.forEach((place, tally) -> cells.add(new Cell(
                place.country() == ALL ? Cells.ALL : names.countries().name(place.country()),
                place.topic() == ALL ? Cells.ALL : names.topics().name(place.topic()),
                tally.numbers())));
        cells.sort(Comparator.comparing(Cell::country).thenComparing(Cell::topic));
        return cells;
    }
}
