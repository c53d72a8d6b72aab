// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.util.List;

/**
 * A topic found in an article.
 *
 * @param id topic id
 * @param points what its words add up to
 * @param hits its words
 */
record TopicFinding(String id, double points, List<Hit> hits) {

    private static final double HALF = 2;

    TopicFinding {
        hits = List.copyOf(hits);
    }

    TopicVerdict verdict() {
        return new TopicVerdict(id, Confidence.of(points, HALF));
    }
}
