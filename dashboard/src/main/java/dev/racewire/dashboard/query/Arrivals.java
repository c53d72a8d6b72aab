// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.query;

import dev.racewire.dashboard.view.ArticleEntry;
import dev.racewire.dashboard.view.Articles;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * New stories of every cell: each story once, at the hour of its first article in the cell, so that a text which fifty
 * papers print is one and not fifty. In the hours before a span one by one, in the span together.
 */
final class Arrivals {

    private final Hours hours;
    private final int topics;
    private final int[][] before;
    private final int[] within;
    private final int[] lastStory;

    private Arrivals(Hours hours, int countries, int topics) {
        this.hours = hours;
        this.topics = topics + 1;
        int cells = (countries + 1) * this.topics;
        this.before = new int[cells][];
        this.within = new int[cells];
        this.lastStory = new int[cells];
        Arrays.fill(lastStory, -1);
    }

    static Arrivals of(Articles articles, Hours hours, Filter filter, Predicate<ArticleEntry> steady) {
        Arrivals arrivals = new Arrivals(
                hours,
                articles.names().countries().size(),
                articles.names().topics().size());
        for (ArticleEntry entry : ByStory.matching(articles, hours.everything(), filter)) {
            if (steady.test(entry)) {
                arrivals.add(entry, filter);
            }
        }
        return arrivals;
    }

    private void add(ArticleEntry entry, Filter filter) {
        addRow(-1, entry);
        for (int i = 0; i < entry.countryCount(); i++) {
            if (filter.inBy(entry, i)) {
                addRow(entry.country(i), entry);
            }
        }
    }

    private void addRow(int country, ArticleEntry entry) {
        add(cell(country, -1), entry);
        for (int i = 0; i < entry.topicCount(); i++) {
            add(cell(country, entry.topic(i)), entry);
        }
    }

    private void add(int cell, ArticleEntry entry) {
        if (lastStory[cell] == entry.story()) {
            return;
        }
        lastStory[cell] = entry.story();
        int hour = hours.indexOf(entry.time());
        if (!hours.isWatched(hour)) {
            return;
        }
        if (entry.time() >= hours.span().fromMillis()) {
            within[cell]++;
        } else if (hour < hours.before()) {
            if (before[cell] == null) {
                before[cell] = new int[hours.before()];
            }
            before[cell][hour]++;
        }
    }

    /** The place of a cell; -1 is all countries or all topics. */
    private int cell(int country, int topic) {
        return (country + 1) * topics + topic + 1;
    }

    int cells() {
        return within.length;
    }

    /** Country of a cell, -1 for all. */
    int country(int cell) {
        return cell / topics - 1;
    }

    /** Topic of a cell, -1 for all. */
    int topic(int cell) {
        return cell % topics - 1;
    }

    int within(int cell) {
        return within[cell];
    }

    /** By the hour before the span. */
    int[] before(int cell) {
        int[] counts = before[cell];
        return counts == null ? new int[hours.before()] : counts;
    }

    boolean isSilent(int cell) {
        return within[cell] == 0 && before[cell] == null;
    }

    /** The cell of everything. */
    int all() {
        return cell(-1, -1);
    }
}
