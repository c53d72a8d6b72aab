// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.prove;

import java.util.Set;
import java.util.TreeSet;

/**
 * What a cell says, as far as it follows from what was shown; which articles are one story does not, the audit sees to
 * that.
 *
 * @param articles articles
 * @param publishers distinct publishers
 * @param rivalries articles that set countries against each other
 * @param stateMedia articles of state media
 */
record CellNumbers(long articles, long publishers, long rivalries, long stateMedia) {

    static final CellNumbers NONE = new CellNumbers(0, 0, 0, 0);

    /** Numbers while they are added up. */
    static final class Sum {

        private final Set<String> publishers = new TreeSet<>();
        private long articles;
        private long rivalries;
        private long stateMedia;

        void add(Shown article, boolean rivalry) {
            articles++;
            publishers.add(article.publisher());
            rivalries += rivalry ? 1 : 0;
            stateMedia += article.stateMedia() ? 1 : 0;
        }

        CellNumbers numbers() {
            return new CellNumbers(articles, publishers.size(), rivalries, stateMedia);
        }
    }
}
