// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an article shows of one topic and of what stands beside it: all that {@link TopicWeights} weigh.
 *
 * @param topic the topic
 * @param points logarithm of each found topic's points plus 1, in an order that is the same in every process
 * @param state whether a state stands in the title
 * @param company whether a company stands in the title
 * @param several whether the story has two countries or more
 */
record TopicView(String topic, Map<String, Double> points, boolean state, boolean company, boolean several) {

    /** So many other topics count in full. */
    private static final double FEW = 2;

    /** The view of each topic that was found, by what the topics' words add up to. */
    static List<TopicView> of(Map<String, Double> points, List<CountryFinding> countries) {
        boolean state = countries.stream().anyMatch(c -> c.inTitle() && c.by() == ActorKind.STATE);
        boolean company = countries.stream().anyMatch(c -> c.inTitle() && c.by() == ActorKind.COMPANY);
        Map<String, Double> logarithms = new LinkedHashMap<>();
        points.forEach((topic, value) -> logarithms.put(topic, Math.log1p(value)));
        List<TopicView> views = new ArrayList<>();
        points.keySet()
                .forEach(topic -> views.add(new TopicView(topic, logarithms, state, company, countries.size() > 1)));
        return views;
    }

    /** Of the topic itself. */
    double own() {
        return points.getOrDefault(topic, 0.0);
    }

    /** Of another topic, or 0; 0 for the topic itself. A long text names many topics: then each says less. */
    double beside(String other) {
        return logarithm(other) * Math.min(1, FEW / Math.max(1, points.size() - 1));
    }

    private double logarithm(String other) {
        return other.equals(topic) ? 0 : points.getOrDefault(other, 0.0);
    }

    /** Of the strongest other topic, or 0. */
    double strongest() {
        double strongest = 0;
        for (String other : points.keySet()) {
            strongest = Math.max(strongest, logarithm(other));
        }
        return strongest;
    }
}
