// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an article shows of one topic and of what stands beside it: all that {@link TopicWeights} weigh.
 *
 * @param own logarithm of the topic's own points plus 1
 * @param beside the same of each other topic that was found
 * @param state whether a state stands in the title
 * @param company whether a company stands in the title
 * @param several whether the story has two countries or more
 */
record TopicView(double own, Map<String, Double> beside, boolean state, boolean company, boolean several) {

    TopicView {
        // In its own order: sums over the order of Map.copyOf would differ from process to process.
        beside = Collections.unmodifiableMap(new LinkedHashMap<>(beside));
    }

    /** The view of each topic that was found, by what the topics' words add up to. */
    static Map<String, TopicView> of(Map<String, Double> points, List<CountryFinding> countries) {
        boolean state = countries.stream().anyMatch(c -> c.inTitle() && c.by() == ActorKind.STATE);
        boolean company = countries.stream().anyMatch(c -> c.inTitle() && c.by() == ActorKind.COMPANY);
        Map<String, Double> logarithms = new LinkedHashMap<>();
        points.forEach((topic, value) -> logarithms.put(topic, Math.log1p(value)));
        Map<String, TopicView> views = new LinkedHashMap<>();
        logarithms.forEach((topic, own) -> {
            Map<String, Double> beside = new LinkedHashMap<>(logarithms);
            beside.remove(topic);
            views.put(topic, new TopicView(own, beside, state, company, countries.size() > 1));
        });
        return views;
    }

    /** Of the strongest other topic, or 0. */
    double strongest() {
        double strongest = 0;
        for (double other : beside.values()) {
            strongest = Math.max(strongest, other);
        }
        return strongest;
    }
}
