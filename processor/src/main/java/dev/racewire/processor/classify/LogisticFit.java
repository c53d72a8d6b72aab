// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

/**
 * Logistic regression by coordinate descent: the weights under which the labels are likeliest, held near where they
 * start from so that few labelled stories move them little.
 */
final class LogisticFit {

    private static final int ROUNDS = 200;
    private static final double SMALLEST_STEP = 1e-6;

    private LogisticFit() {}

    /**
     * Fits weights.
     *
     * @param rows features of each example
     * @param labels what each example is
     * @param start weights to start from
     * @param hold how strongly each weight is held there: as if so many examples spoke for it
     */
    static double[] fit(double[][] rows, boolean[] labels, double[] start, double[] hold) {
        double[] weights = start.clone();
        double[] odds = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                odds[i] += weights[j] * rows[i][j];
            }
        }
        double largest = 1;
        for (int round = 0; round < ROUNDS && largest > SMALLEST_STEP; round++) {
            largest = 0;
            for (int j = 0; j < weights.length; j++) {
                double step = step(rows, labels, odds, j, hold[j], weights[j] - start[j]);
                weights[j] += step;
                for (int i = 0; i < rows.length; i++) {
                    odds[i] += step * rows[i][j];
                }
                largest = Math.max(largest, Math.abs(step));
            }
        }
        return weights;
    }

    /** Newton's step along one weight. */
    private static double step(
            double[][] rows, boolean[] labels, double[] odds, int weight, double hold, double moved) {
        double slope = -hold * moved;
        double curve = hold;
        for (int i = 0; i < rows.length; i++) {
            double x = rows[i][weight];
            double likely = 1 / (1 + Math.exp(-odds[i]));
            slope += x * ((labels[i] ? 1 : 0) - likely);
            curve += x * x * likely * (1 - likely);
        }
        return curve == 0 ? 0 : slope / curve;
    }
}
