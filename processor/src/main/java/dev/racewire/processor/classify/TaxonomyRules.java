// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.util.List;

/**
 * A taxonomy that was read.
 *
 * @param languages its languages
 * @param topics its topics in their order
 * @param terms all its terms
 */
record TaxonomyRules(Languages languages, List<Topic> topics, List<Term> terms) {

    TaxonomyRules {
        topics = List.copyOf(topics);
        terms = List.copyOf(terms);
    }
}
