// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.view;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The records that came last, in the order in which they came: what most readers who come back have missed. When the
 * server is back after a cut all its readers come at once, and none must cost a walk through all articles.
 */
final class Latest {

    private static final int MOST = 10_000;

    private final Deque<ArticleEntry> entries = new ArrayDeque<>();
    private Positions behind = Positions.none();

    /**
     * Everything that came after those positions.
     *
     * @param behind how far a reader must have read to have missed no more than these
     */
    record Since(Positions behind, List<ArticleEntry> entries) {}

    void begin(Positions start) {
        entries.clear();
        behind = start;
    }

    void add(ArticleEntry entry) {
        entries.addLast(entry);
        if (entries.size() > MOST) {
            ArticleEntry oldest = entries.removeFirst();
            behind = behind.after(oldest.partition(), oldest.offset());
        }
    }

    Since snapshot() {
        return new Since(behind, List.copyOf(entries));
    }
}
