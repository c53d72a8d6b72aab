// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.ops;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The last values of one line, by the number of the look; a look that saw nothing is NaN. */
final class Track {

    private final double[] values;
    private long next = -1;

    Track(int length) {
        this.values = new double[length];
        Arrays.fill(values, Double.NaN);
    }

    void put(long look, double value) {
        for (long missed = Math.max(next, look - values.length); next >= 0 && missed < look; missed++) {
            values[place(missed)] = Double.NaN;
        }
        values[place(look)] = value;
        next = look + 1;
    }

    /** Means of {@code width} looks each, from one look up to, not including, another; the last may hold fewer. */
    List<Double> means(long from, long to, int width) {
        List<Double> means = new ArrayList<>();
        for (long begin = from; begin < to; begin += width) {
            means.add(mean(begin, Math.min(to, begin + width)));
        }
        return means;
    }

    private double mean(long from, long to) {
        double sum = 0;
        int count = 0;
        for (long look = from; look < Math.min(to, next); look++) {
            double value = values[place(look)];
            if (!Double.isNaN(value)) {
                sum += value;
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    private int place(long look) {
        return (int) Math.floorMod(look, (long) values.length);
    }
}
