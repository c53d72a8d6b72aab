// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.query;

import dev.racewire.dashboard.view.ArticleEntry;
import dev.racewire.dashboard.view.Articles;
import dev.racewire.dashboard.view.Dictionaries;
import dev.racewire.dashboard.view.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Countries by topics over a span: every cell distinct over the whole span, the row and column {@code *} too. */
public final class Matrix {

    /** In place of the number of a country or topic. */
    private static final int ALL = -1;

    /** A cell that is not empty. */
    public record Cell(String country, String topic, Numbers numbers) {}

    /** By country, then by topic, each shifted by one so that {@link #ALL} has a place. */
    private final Tally[][] tallies;

    private Matrix(Dictionaries names) {
        this.tallies = new Tally[names.countries().size() + 1][names.topics().size() + 1];
    }

    /** The cells of those articles of the span that pass the filter, by country and topic. */
    public static List<Cell> of(Articles articles, Span span, Filter filter) {
        Matrix matrix = new Matrix(articles.names());
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
        Tally known = tallies[country + 1][topic + 1];
        if (known != null) {
            return known;
        }
        Tally fresh = new Tally();
        tallies[country + 1][topic + 1] = fresh;
        return fresh;
    }

    private List<Cell> cells(Dictionaries names) {
        List<Cell> cells = new ArrayList<>();
        for (int country = 0; country < tallies.length; country++) {
            for (int topic = 0; topic < tallies[country].length; topic++) {
                Tally tally = tallies[country][topic];
                if (tally != null) {
                    cells.add(new Cell(name(names.countries(), country), name(names.topics(), topic), tally.numbers()));
                }
            }
        }
        cells.sort(Comparator.comparing(Cell::country).thenComparing(Cell::topic));
        return cells;
    }

    private static String name(Names names, int place) {
        return place == 0 ? Cells.ALL : names.name(place - 1);
    }
}
