// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.query;

import dev.racewire.dashboard.view.ArticleEntry;
import dev.racewire.dashboard.view.Articles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a stretch of time holds of every cell, in a form that adds up with its neighbours though stories and publishers
 * do not: publishers as sets, and for each story that was in the cell before the stretch began when it was last there,
 * so that whoever adds stretches counts it once.
 */
final class Stretch {

    private final int width;
    private final int[] cells;
    private final Tally[] tallies;
    private final int[] repeatCells;
    private final long[] repeatSince;

    private Stretch(int width, int[] cells, Tally[] tallies, int[] repeatCells, long[] repeatSince) {
        this.width = width;
        this.cells = cells;
        this.tallies = tallies;
        this.repeatCells = repeatCells;
        this.repeatSince = repeatSince;
    }

    /** Number of cells that are not empty. */
    int size() {
        return cells.length;
    }

    /** Country of the cell at that index, -1 for all. */
    int country(int index) {
        return cells[index] / width - 1;
    }

    /** Topic of the cell at that index, -1 for all. */
    int topic(int index) {
        return cells[index] % width - 1;
    }

    Tally tally(int index) {
        return tallies[index];
    }

    /** What a cell has within this stretch alone; -1 is all countries or topics. */
    Numbers numbers(int country, int topic) {
        if (topic >= width - 1) {
            return Numbers.ZERO;
        }
        int found = Arrays.binarySearch(cells, (country + 1) * width + topic + 1);
        return found < 0 ? Numbers.ZERO : tallies[found].numbers();
    }

    /** Tells, for each story that was in a cell since that moment but before this stretch, the cell. */
    void repeats(long since, Repeat action) {
        for (int i = 0; i < repeatCells.length; i++) {
            if (repeatSince[i] >= since) {
                action.in(repeatCells[i] / width - 1, repeatCells[i] % width - 1);
            }
        }
    }

    /** Takes a cell in which a story is counted already. */
    interface Repeat {
        void in(int country, int topic);
    }

    static Stretch of(Articles articles, Span span, Filter filter) {
        Builder builder = new Builder(articles, span, filter);
        List<ArticleEntry> entries = ByStory.matching(articles, span, filter);
        for (int from = 0; from < entries.size(); ) {
            int to = from + 1;
            while (to < entries.size()
                    && entries.get(to).story() == entries.get(from).story()) {
                to++;
            }
            builder.story(entries.subList(from, to));
            from = to;
        }
        return builder.build();
    }

    private static final class Builder {
        private final Articles articles;
        private final Span span;
        private final Filter filter;
        private final Predicate<ArticleEntry> test;
        private final int width;
        private final Tally[] tallies;
        private final BitSet touched = new BitSet();
        private int[] repeatCells = new int[64];
        private long[] repeatSince = new long[64];
        private int repeats;

        Builder(Articles articles, Span span, Filter filter) {
            this.articles = articles;
            this.span = span;
            this.filter = filter;
            this.test = filter.on(articles);
            this.width = articles.names().topics().size() + 1;
            this.tallies = new Tally[(articles.names().countries().size() + 1) * width];
        }

        /** Takes all articles of one story in. */
        void story(List<ArticleEntry> members) {
            touched.clear();
            members.forEach(this::add);
            List<ArticleEntry> earlier = earlier(members.get(0), members.size());
            if (!earlier.isEmpty()) {
                touched.stream().forEach(cell -> repeat(cell, earlier));
            }
        }

        private List<ArticleEntry> earlier(ArticleEntry one, int here) {
            List<ArticleEntry> all = articles.story(one.storyId());
            if (all.size() <= here) {
                return List.of();
            }
            List<ArticleEntry> earlier = new ArrayList<>();
            for (ArticleEntry entry : all) {
                if (entry.time() < span.fromMillis() && test.test(entry)) {
                    earlier.add(entry);
                }
            }
            return earlier;
        }

        private void repeat(int cell, List<ArticleEntry> earlier) {
            int country = cell / width - 1;
            int topic = cell % width - 1;
            for (int i = earlier.size() - 1; i >= 0; i--) {
                if (isIn(earlier.get(i), country, topic)) {
                    if (repeats == repeatCells.length) {
                        repeatCells = Arrays.copyOf(repeatCells, repeats * 2);
                        repeatSince = Arrays.copyOf(repeatSince, repeats * 2);
                    }
                    repeatCells[repeats] = cell;
                    repeatSince[repeats++] = earlier.get(i).time();
                    return;
                }
            }
        }

        private boolean isIn(ArticleEntry entry, int country, int topic) {
            if (topic >= 0 && !entry.hasTopic(topic)) {
                return false;
            }
            if (country < 0) {
                return true;
            }
            for (int i = 0; i < entry.countryCount(); i++) {
                if (entry.country(i) == country && filter.inBy(entry, i)) {
                    return true;
                }
            }
            return false;
        }

        private void add(ArticleEntry entry) {
            addRow(0, entry);
            for (int i = 0; i < entry.countryCount(); i++) {
                if (filter.inBy(entry, i)) {
                    addRow((entry.country(i) + 1) * width, entry);
                }
            }
        }

        private void addRow(int row, ArticleEntry entry) {
            add(row, entry);
            for (int i = 0; i < entry.topicCount(); i++) {
                add(row + entry.topic(i) + 1, entry);
            }
        }

        private void add(int cell, ArticleEntry entry) {
            Tally tally = tallies[cell];
            if (tally == null) {
                tally = new Tally();
                tallies[cell] = tally;
            }
            tally.add(entry);
            touched.set(cell);
        }

        Stretch build() {
            int[] cells = new int[tallies.length];
            Tally[] filled = new Tally[tallies.length];
            int size = 0;
            for (int cell = 0; cell < tallies.length; cell++) {
                if (tallies[cell] != null) {
                    cells[size] = cell;
                    filled[size++] = tallies[cell];
                }
            }
            return new Stretch(
                    width,
                    Arrays.copyOf(cells, size),
                    Arrays.copyOf(filled, size),
                    Arrays.copyOf(repeatCells, repeats),
                    Arrays.copyOf(repeatSince, repeats));
        }
    }
}
