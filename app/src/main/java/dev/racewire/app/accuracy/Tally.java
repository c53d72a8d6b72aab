// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.accuracy;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * How labels that were given compare with the right ones.
 *
 * @param hits given and right
 * @param extra given and wrong
 * @param missed right and not given
 */
record Tally(int hits, int extra, int missed) {

    static final Tally NONE = new Tally(0, 0, 0);

    /** Below this lower end of the interval something is not proven. */
    private static final double PROVEN = 0.70;

    /** The comparison of one yes or no. */
    static Tally of(boolean right, boolean given) {
        return new Tally(right && given ? 1 : 0, !right && given ? 1 : 0, right && !given ? 1 : 0);
    }

    /** The comparison of sets of labels; optional ones count neither way. */
    static Tally of(Collection<String> right, Collection<String> optional, Collection<String> given) {
        Set<String> hits = new HashSet<>(given);
        hits.retainAll(right);
        Set<String> extra = new HashSet<>(given);
        extra.removeAll(right);
        extra.removeAll(optional);
        return new Tally(hits.size(), extra.size(), new HashSet<>(right).size() - hits.size());
    }

    Tally plus(Tally other) {
        return new Tally(hits + other.hits, extra + other.extra, missed + other.missed);
    }

    /** Labels that should have been given. */
    int right() {
        return hits + missed;
    }

    /** Share of the given labels that are right. */
    Proportion precision() {
        return Proportion.of(hits, hits + extra);
    }

    /** Share of the right labels that were given. */
    Proportion recall() {
        return Proportion.of(hits, hits + missed);
    }

    /**
     * F1 with its interval: hits among all labels that are right, given or both are a proportion, and F1 grows with that
     * proportion alone, so that the ends of its interval are those of F1's.
     */
    Proportion f1() {
        Proportion union = Proportion.of(hits, hits + extra + missed);
        return new Proportion(f1(union.value()), f1(union.low()), f1(union.high()));
    }

    private static double f1(double union) {
        return 2 * union / (1 + union);
    }

    /** Whether the stories show that F1 is good enough to rely on. */
    boolean proven() {
        return f1().low() >= PROVEN;
    }
}
