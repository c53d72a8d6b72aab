// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

/**
 * Why an article is in scope or not: points for AI as its subject, for actors, for what they do, and against.
 *
 * @param gate AI as the subject
 * @param actor countries, states and companies
 * @param act words of topics and of moves
 * @param rivalry words that set countries against each other
 * @param aside words of articles out of scope
 */
record Scope(double gate, double actor, double act, double rivalry, double aside) {

    /** Without this much AI an article is out of scope, whatever else it holds. */
    static final double GATE_NEEDED = 1.8;

    static final double BAR = 5.0;

    double points() {
        return gate + actor + act + rivalry - aside - BAR;
    }

    boolean inScope() {
        return gate >= GATE_NEEDED && actor > 0 && points() >= 0;
    }

    /** How sure "in scope" is: 0.5 and more when it is. */
    double confidence() {
        double logistic = Confidence.logistic(points());
        return inScope() ? Math.max(0.5, logistic) : Math.min(0.499, logistic);
    }
}
