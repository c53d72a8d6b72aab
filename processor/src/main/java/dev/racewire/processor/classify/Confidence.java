// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

/** Turns points into a confidence between 0 and 1, rounded so that outputs compare. */
final class Confidence {

    private static final double STEPS = 1000;

    private Confidence() {}

    /** Points over points plus those that mean one half. */
    static double of(double points, double half) {
        return round(points / (points + half));
    }

    static double logistic(double points) {
        return round(1 / (1 + Math.exp(-points)));
    }

    private static double round(double value) {
        return Math.round(value * STEPS) / STEPS;
    }
}
