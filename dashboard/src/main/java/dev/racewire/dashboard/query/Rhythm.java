// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.query;

import java.util.Arrays;

/**
 * What a cell usually does at each hour of the week, learned from the hours before a span. A cell that says little by
 * itself borrows the rhythm of all news: the less it has said, the more. A pure function of counts by the hour.
 */
final class Rhythm {

    private static final int WEEK = 168;
    private static final int DAY = 24;

    /** Weeks of all news that a cell's own hour of the week is weighed against. */
    private static final double BORROWED_WEEKS = 6;

    /** Weeks of that hour of any day that an hour of the week of all news is weighed against. */
    private static final double OF_ANY_DAY = 0.25;

    /** Days of exactly random news that a cell's own scatter is weighed against. */
    private static final double BORROWED_DAYS = 7;

    private static final double MOST_SCATTER = 6;

    private final double[] shape;
    private final int[] known;
    private final double level;

    /**
     * Learns.
     *
     * @param counts new stories of the cell in each hour of the time before
     * @param usable whether that hour was watched
     * @param offset hour of the week of the first hour
     * @param all the rhythm of all news, mean 1, as {@link #ofAll} tells it
     */
    Rhythm(int[] counts, boolean[] usable, int offset, double[] all) {
        double[] own = new double[WEEK];
        this.known = new int[WEEK];
        double exposure = 0;
        double sum = 0;
        for (int hour = 0; hour < counts.length; hour++) {
            if (usable[hour]) {
                int slot = slot(offset, hour);
                own[slot] += counts[hour];
                known[slot]++;
                exposure += all[slot];
                sum += counts[hour];
            }
        }
        this.level = exposure == 0 ? 0 : (sum + 0.5) / exposure;
        this.shape = new double[WEEK];
        for (int slot = 0; slot < WEEK; slot++) {
            // Three neighbouring hours together: a single hour of the week has been seen four times at most.
            double near = 0;
            double seen = 0;
            for (int step = -1; step <= 1; step++) {
                near += own[slot(slot, step)];
                seen += known[slot(slot, step)];
            }
            shape[slot] = (near + BORROWED_WEEKS * level * all[slot]) / (seen + BORROWED_WEEKS);
        }
    }

    /** The rhythm of all news together: mean 1; hours of the week that were never watched are as that hour of any day. */
    static double[] ofAll(int[] counts, boolean[] usable, int offset) {
        double[] sums = new double[WEEK];
        double[] seen = new double[WEEK];
        double[] daySums = new double[DAY];
        double[] daySeen = new double[DAY];
        double total = 0;
        double hours = 0;
        for (int hour = 0; hour < counts.length; hour++) {
            if (usable[hour]) {
                int slot = slot(offset, hour);
                sums[slot] += counts[hour];
                seen[slot]++;
                daySums[slot % DAY] += counts[hour];
                daySeen[slot % DAY]++;
                total += counts[hour];
                hours++;
            }
        }
        double[] all = new double[WEEK];
        double mean = hours == 0 ? 0 : total / hours;
        if (mean == 0) {
            Arrays.fill(all, 1);
            return all;
        }
        for (int slot = 0; slot < WEEK; slot++) {
            int of = slot % DAY;
            double daily = (daySums[of] + mean) / (daySeen[of] + 1);
            all[slot] = (sums[slot] + OF_ANY_DAY * daily) / (seen[slot] + OF_ANY_DAY) / mean;
        }
        return all;
    }

    /** The number that is usual at that hour of the week. */
    double at(int hourOfWeek) {
        return shape[slot(hourOfWeek, 0)];
    }

    /**
     * What is usual over hours that together expect {@code expected}, given how the cell scattered around its rhythm day
     * by day in the time before.
     */
    Usual over(double expected, int[] counts, boolean[] usable, int offset) {
        double excess = 0;
        double days = 0;
        double total = 0;
        for (int day = 0; day + DAY <= counts.length; day += DAY) {
            double seen = 0;
            double usual = 0;
            for (int hour = day; hour < day + DAY; hour++) {
                if (usable[hour]) {
                    seen += counts[hour];
                    usual += at(slot(offset, hour));
                }
            }
            if (usual > 0) {
                excess += (seen - usual) * (seen - usual) / usual;
                days++;
                total += seen;
            }
        }
        double scatter = (BORROWED_DAYS + excess) / (BORROWED_DAYS + days);
        scatter = Math.min(MOST_SCATTER, Math.max(1, scatter));
        double mean = Math.max(expected, 1e-3);
        return new Usual(mean, scatter * mean + mean * mean / (total + 1));
    }

    /** Whether every hour of the week was watched at least once. */
    boolean knowsTheWholeWeek() {
        return Arrays.stream(known).allMatch(times -> times > 0);
    }

    private static int slot(int offset, int hour) {
        return Math.floorMod(offset + hour, WEEK);
    }
}
