// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.demo.narrate;

import java.util.Optional;

/** Says when the first cell has a count, and how far the table is each time its articles have doubled. */
final class MatrixWatch {

    private static final long FIRST_MARK = 20;

    private long next;

    Optional<Line> on(Cells.Change change, Cells cells) {
        if (next == 0 && change.single()) {
            next = FIRST_MARK;
            return Optional.of(new Line("first count", change.cell() + " " + change.after()));
        }
        long articles = cells.articles(Cells.ALL, Cells.ALL);
        if (next == 0 || articles < next) {
            return Optional.empty();
        }
        next = articles * 2;
        return Optional.of(new Line("matrix", filling(cells)));
    }

    /** How far the table is. */
    static String filling(Cells cells) {
        return cells.articles(Cells.ALL, Cells.ALL) + " articles about the race for AI in " + cells.countries()
                + " countries x " + cells.topics() + " topics";
    }
}
