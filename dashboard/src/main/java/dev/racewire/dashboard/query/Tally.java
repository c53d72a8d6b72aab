// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.query;

import dev.racewire.dashboard.view.ArticleEntry;
import java.util.BitSet;

/** Counts the articles of a cell; stories and publishers once each. Entries must come ordered {@link ByStory}. */
final class Tally {

    private final BitSet publishers = new BitSet();
    private int lastStory = -1;
    private long articles;
    private long stories;
    private long rivalries;
    private long stateMediaArticles;

    void add(ArticleEntry entry) {
        articles++;
        if (entry.story() != lastStory) {
            lastStory = entry.story();
            stories++;
        }
        publishers.set(entry.publisher());
        if (entry.rivalry()) {
            rivalries++;
        }
        if (entry.stateMedia()) {
            stateMediaArticles++;
        }
    }

    /** Adds another stretch of time; its stories that are in this one already must be taken away by {@link #repeat}. */
    void add(Tally other) {
        articles += other.articles;
        stories += other.stories;
        rivalries += other.rivalries;
        stateMediaArticles += other.stateMediaArticles;
        publishers.or(other.publishers);
    }

    /** A story of the stretch that was just added is counted already. */
    void repeat() {
        stories--;
    }

    Numbers numbers() {
        return new Numbers(articles, stories, publishers.cardinality(), rivalries, stateMediaArticles);
    }
}
