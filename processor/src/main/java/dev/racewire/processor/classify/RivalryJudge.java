// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.util.List;

/** Decides whether an article in scope sets countries against each other. */
final class RivalryJudge {

    private static final double ALONE = 2;
    private static final double WITH_RIVAL = 1;

    private RivalryJudge() {}

    /** A strong word alone, or any word of rivalry with two countries, makes a rivalry. */
    static boolean judge(Matches matches, List<CountryFinding> countries) {
        double points = 0;
        for (Hit hit : matches.hits()) {
            if (hit.term().kind() == Kind.RIVALRY) {
                points += hit.term().weight() * (hit.title() ? 1 : 0.6);
            }
        }
        return countries.isEmpty() ? false : points >= (countries.size() > 1 ? WITH_RIVAL : ALONE);
    }
}
