// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.util.List;

/**
 * A country found in an article.
 *
 * @param code its code
 * @param points what its words add up to
 * @param by by whom it is in the story
 * @param inTitle whether a word of it stands in the title
 * @param hits its words
 */
record CountryFinding(String code, double points, ActorKind by, boolean inTitle, List<Hit> hits) {

    private static final double HALF = 1.5;

    CountryFinding {
        hits = List.copyOf(hits);
    }

    CountryVerdict verdict() {
        return new CountryVerdict(code, Confidence.of(points, HALF), by);
    }
}
