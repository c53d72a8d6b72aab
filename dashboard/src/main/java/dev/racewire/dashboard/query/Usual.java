// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.query;

/**
 * How many new stories a cell usually has in a span, as a distribution: a negative binomial, since news comes in
 * clusters and the usual number is itself only estimated. Method and limits: docs/surge.md.
 *
 * @param mean the expected number
 * @param variance never below the mean
 */
record Usual(double mean, double variance) {

    /** Beyond it an exact sum is not worth its time, and a normal curve fits. */
    private static final double LARGE = 2_000;

    private static final double TIGHT = 1.000_001;

    Usual {
        if (!(mean > 0) || variance < mean) {
            throw new IllegalArgumentException("no distribution has mean " + mean + " and variance " + variance);
        }
    }

    /** The least number that is not exceeded with at least this probability. */
    long quantile(double probability) {
        if (mean > LARGE) {
            return Math.max(0, Math.round(mean + standard(probability) * Math.sqrt(variance)));
        }
        boolean poisson = variance < mean * TIGHT;
        double size = poisson ? 0 : mean * mean / (variance - mean);
        double failure = poisson ? 0 : mean / (size + mean);
        double term = poisson ? Math.exp(-mean) : Math.exp(size * Math.log1p(-failure));
        double sum = term;
        long n = 0;
        while (sum < probability && n < 10 * LARGE) {
            term *= poisson ? mean / (n + 1) : failure * (size + n) / (n + 1);
            sum += term;
            n++;
        }
        return n;
    }

    /** Quantile of the standard normal curve for the probabilities that are asked for here, all in the tails. */
    private static double standard(double probability) {
        double tail = Math.min(probability, 1 - probability);
        double t = Math.sqrt(-2 * Math.log(tail));
        // Abramowitz and Stegun 26.2.23, absolute error below 0.00045.
        double z = t
                - (2.515517 + 0.802853 * t + 0.010328 * t * t)
                        / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t);
        return probability < 0.5 ? -z : z;
    }
}
