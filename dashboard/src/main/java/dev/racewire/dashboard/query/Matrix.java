// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.query;

import dev.racewire.dashboard.view.Articles;
import dev.racewire.dashboard.view.Dictionaries;
import dev.racewire.dashboard.view.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Countries by topics over a span: every cell distinct over the whole span, the row and column {@code *} too. */
public final class Matrix {

    /** A cell that is not empty. */
    public record Cell(String country, String topic, Numbers numbers) {}

    private final int width;
    private final Tally[] tallies;

    private Matrix(Dictionaries names) {
        // Names only grow; a stretch that was kept from before knows fewer of them, never others.
        this.width = names.topics().size() + 1;
        this.tallies = new Tally[(names.countries().size() + 1) * width];
    }

    /** The cells of those articles of the span that pass the filter, by country and topic. */
    public static List<Cell> of(Articles articles, Span span, Filter filter, Stretches stretches) {
        List<Stretch> parts = stretches.of(articles, span, filter);
        Matrix matrix = new Matrix(articles.names());
        parts.forEach(part -> matrix.add(part, span.fromMillis()));
        return matrix.cells(articles.names());
    }

    private void add(Stretch part, long from) {
        for (int i = 0; i < part.size(); i++) {
            tally(part.country(i), part.topic(i)).add(part.tally(i));
        }
        part.repeats(from, (country, topic) -> tally(country, topic).repeat());
    }

    private Tally tally(int country, int topic) {
        int place = (country + 1) * width + topic + 1;
        Tally known = tallies[place];
        if (known != null) {
            return known;
        }
        Tally fresh = new Tally();
        tallies[place] = fresh;
        return fresh;
    }

    private List<Cell> cells(Dictionaries names) {
        List<Cell> cells = new ArrayList<>();
        for (int place = 0; place < tallies.length; place++) {
            if (tallies[place] != null) {
                cells.add(new Cell(
                        name(names.countries(), place / width),
                        name(names.topics(), place % width),
                        tallies[place].numbers()));
            }
        }
        cells.sort(Comparator.comparing(Cell::country).thenComparing(Cell::topic));
        return cells;
    }

    private static String name(Names names, int place) {
        return place == 0 ? Cells.ALL : names.name(place - 1);
    }
}
