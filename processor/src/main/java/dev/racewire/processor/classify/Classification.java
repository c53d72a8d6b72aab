// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.util.List;

/**
 * The verdict on an article.
 *
 * @param inScope whether it is an AI-competition story
 * @param score how sure that verdict's "in scope" is, 0 to 1; in scope from 0.5
 * @param rivalry whether it sets countries against each other; false when out of scope
 * @param language language that it was judged in, or "und"
 * @param topics up to three topics, the main one first; empty when out of scope
 * @param countries countries as actors or targets, the main one first; empty when out of scope
 * @param evidence the words behind it, in the order of the text
 */
public record Classification(
        boolean inScope,
        double score,
        boolean rivalry,
        String language,
        List<TopicVerdict> topics,
        List<CountryVerdict> countries,
        List<Evidence> evidence) {

    public Classification {
        topics = List.copyOf(topics);
        countries = List.copyOf(countries);
        evidence = List.copyOf(evidence);
    }

    /** The verdict on an article in which no word speaks of AI: most articles of most feeds. */
    static Classification withoutAi(String language) {
        return new Classification(false, 0, false, language, List.of(), List.of(), List.of());
    }
}
