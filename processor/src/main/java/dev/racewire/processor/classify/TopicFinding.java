// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.util.List;

/**
 * A topic found in an article.
 *
 * @param id topic id
 * @param points what its words add up to
 * @param score how likely the article is about it, 0 to 1
 * @param hits its words
 */
record TopicFinding(String id, double points, double score, List<Hit> hits) {

    TopicFinding {
        hits = List.copyOf(hits);
    }

    TopicVerdict verdict() {
        return new TopicVerdict(id, score);
    }
}
