// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.processor;

import java.util.Arrays;

/** Times in milliseconds, as they come. */
final class Latencies {

    private long[] values = new long[1024];
    private int size;

    void add(long millis) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = millis;
    }

    int size() {
        return size;
    }

    /** Median, 90th and 99th of a hundred, and the longest. */
    String describe() {
        long[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return String.format(
                "%7d %7d %7d %7d   %,7d", at(sorted, 0.5), at(sorted, 0.9), at(sorted, 0.99), at(sorted, 1), size);
    }

    private static long at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
    }
}
