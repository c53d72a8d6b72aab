// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.count;

import dev.racewire.processor.cluster.Contribution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a cell stands: country x topic x window.
 *
 * @param country country, or {@code *}
 * @param topic topic, or {@code *}
 * @param window length of its window
 * @param start first instant of its window
 */
record CellKey(String country, String topic, Window window, Instant start) {

    private static final String SEPARATOR = "|";

    /** The cells of a row that a contribution is in. */
    static List<CellKey> of(String row, Contribution contribution) {
        List<CellKey> keys = new ArrayList<>();
        for (Window window : Window.values()) {
            Instant start = window.start(contribution.eventTime());
            keys.add(new CellKey(row, Contribution.ALL, window, start));
            contribution.topics().forEach(topic -> keys.add(new CellKey(row, topic, window, start)));
        }
        return keys;
    }

    Instant end() {
        return window.end(start);
    }

    /** Key of the cell's records, in the store as in the Kafka topic. */
    String text() {
        return String.join(SEPARATOR, country, topic, window.code(), start.toString());
    }

    /** End of the window that a key names, or a key that continues it. */
    static Instant endIn(String key) {
        String[] parts = key.split("\\|", 5);
        return Window.of(parts[2]).end(Instant.parse(parts[3]));
    }
}
