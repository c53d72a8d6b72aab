// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.processor;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a run came to.
 *
 * @param rate articles a second
 * @param cpuMicros processor time per article
 * @param allocated bytes allocated per article
 * @param written records written per article, marks of transactions among them
 * @param state bytes of state on disk per article
 */
record Figures(double rate, double cpuMicros, double allocated, double written, double state) {

    static final String HEADER = String.format(
            "%-26s %10s %15s %16s %16s %14s",
            "", "articles/s", "CPU us/article", "alloc B/article", "records/article", "state B/article");

    /** The middle of each figure by itself. */
    static Figures median(List<Figures> runs) {
        return new Figures(
                median(runs, Figures::rate),
                median(runs, Figures::cpuMicros),
                median(runs, Figures::allocated),
                median(runs, Figures::written),
                median(runs, Figures::state));
    }

    private static double median(List<Figures> runs, ToDoubleFunction<Figures> figure) {
        return median(runs.stream().mapToDouble(figure).toArray());
    }

    /** The middle one; of an even number the upper of both. */
    static double median(double... values) {
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    String line(String name) {
        return String.format(
                "%-26s %,10.0f %15.0f %,16.0f %16.2f %14.0f", name, rate, cpuMicros, allocated, written, state);
    }
}
