// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.exactness;

import java.util.List;
import java.util.Map;

/**
 * What came of a run.
 *
 * @param records records that were shown
 * @param articles articles among them
 * @param counted articles that are in cells
 * @param cells cells that are not empty
 * @param setAside records among them that nobody can read
 * @param recoveries milliseconds from each kill to the first new count
 * @param breaches what broke each promise, by the promise
 */
record FaultReport(
        int records,
        int articles,
        long counted,
        int cells,
        int setAside,
        List<Long> recoveries,
        Map<String, List<String>> breaches) {

    private static final int MOST_LINES = 5;

    FaultReport {
        recoveries = List.copyOf(recoveries);
        breaches = Map.copyOf(breaches);
    }

    boolean exact() {
        return breaches.isEmpty();
    }

    /** How many lines speak against each promise, and the first few of them. */
    String describe() {
        StringBuilder text = new StringBuilder();
        breaches.forEach((promise, lines) -> {
            text.append("not kept: ")
                    .append(promise)
                    .append(" (")
                    .append(lines.size())
                    .append(")\n");
            lines.stream()
                    .limit(MOST_LINES)
                    .forEach(line -> text.append("  ").append(line).append('\n'));
        });
        return text.toString();
    }
}
