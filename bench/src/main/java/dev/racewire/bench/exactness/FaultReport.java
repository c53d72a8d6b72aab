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
 * @param recoveries milliseconds from each fault to the first new count
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

    /** The outcome for people. */
    String summary(int faults, long seconds) {
        StringBuilder text = new StringBuilder(String.format(
                "shown %,d articles in %,d records, counted %,d in %,d cells, set aside %,d; %d faults, %d s%n",
                articles, records, counted, cells, setAside, faults, seconds));
        text.append("what speaks against each promise:").append(System.lineSeparator());
        for (Guarantee guarantee : Guarantee.all()) {
            int against = breaches.getOrDefault(guarantee.promise(), List.of()).size();
            text.append(String.format("  %-28s %d%n", guarantee.promise(), against));
        }
        text.append(describe());
        if (!recoveries.isEmpty()) {
            List<Long> sorted = recoveries.stream().sorted().toList();
            text.append(String.format(
                    "from a fault to the next new count: median %,d ms, longest %,d ms%n",
                    sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1)));
        }
        return text.toString();
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
