// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A taxonomy that was read.
 *
 * @param languages its languages
 * @param topics its topics in their order
 * @param topicWeights what speaks for and against a topic, by topic
 * @param terms all its terms
 * @param rivals pairs of countries that are rivals whatever else is said
 */
record TaxonomyRules(
        Languages languages,
        List<Topic> topics,
        Map<String, TopicWeights> topicWeights,
        List<Term> terms,
        Set<Set<String>> rivals) {

    TaxonomyRules {
        topics = List.copyOf(topics);
        topicWeights = Map.copyOf(topicWeights);
        terms = List.copyOf(terms);
        rivals = Set.copyOf(rivals);
    }
}
