// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.api;

import java.util.List;
import java.util.Map;

/**
 * What a resource answers. The head says what was asked and how sure the answer is; in JSON it stands beside the rows,
 * in CSV above them, so that a number never travels without it.
 */
sealed interface Answer {

    Map<String, Object> head();

    /** Rows of one kind, as JSON objects under a name or as lines of CSV. */
    record Table<T>(Map<String, Object> head, String name, List<T> rows, List<Column<T>> columns) implements Answer {
        public Table {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
        }
    }

    /** One thing that is no table. */
    record Document(Map<String, Object> head) implements Answer {}
}
