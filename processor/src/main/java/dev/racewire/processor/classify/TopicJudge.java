// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decides what an article is about: its words give each topic points, and the topics' weights turn them into odds. */
final class TopicJudge {

    private static final double TITLE = 2;
    private static final double EARLY = 1;
    private static final double LATE = 0.5;
    private static final int BEGINNING = 300;
    private static final int MOST = 3;
    /** Below one half, where topics left out and topics too many balance on the mending stories: so counts come out even. */
    private static final double NEEDED = 0.36;

    private final Map<String, TopicWeights> weights;

    TopicJudge(Map<String, TopicWeights> weights) {
        this.weights = Map.copyOf(weights);
    }

    /** All topics with any points, the likeliest first. */
    List<TopicFinding> findings(Matches matches, List<CountryFinding> countries) {
        Map<String, List<Hit>> byTopic = byTopic(matches);
        Map<String, Double> points = points(byTopic, matches);
        List<TopicFinding> findings = new ArrayList<>();
        for (TopicView view : TopicView.of(points, countries)) {
            String topic = view.topic();
            double odds = weights.getOrDefault(topic, TopicWeights.PLAIN).odds(view);
            List<Hit> hits = byTopic.getOrDefault(topic, List.of());
            findings.add(new TopicFinding(topic, points.getOrDefault(topic, 0.0), Confidence.logistic(odds), hits));
        }
        findings.sort(Comparator.comparingDouble(TopicFinding::score).reversed().thenComparing(TopicFinding::id));
        return findings;
    }

    /** What an article shows of each topic that is found in it. */
    static List<TopicView> views(Matches matches, List<CountryFinding> countries) {
        return TopicView.of(points(byTopic(matches), matches), countries);
    }

    private static Map<String, List<Hit>> byTopic(Matches matches) {
        Map<String, List<Hit>> byTopic = new LinkedHashMap<>();
        for (Hit hit : matches.hits()) {
            if (hit.term().kind() == Kind.TOPIC) {
                byTopic.computeIfAbsent(hit.term().label(), t -> new ArrayList<>())
                        .add(hit);
            }
        }
        byTopic.values().removeIf(hits -> hits.stream().allMatch(h -> h.term().weak()));
        return byTopic;
    }

    private static Map<String, Double> points(Map<String, List<Hit>> byTopic, Matches matches) {
        boolean untitled = matches.title().length() == 0;
        Map<String, Double> points = new LinkedHashMap<>();
        byTopic.forEach((topic, hits) -> points.put(topic, points(hits, untitled)));
        return points;
    }

    /** The topics that an article gets of those found: the likeliest in any case. */
    static List<TopicFinding> choose(List<TopicFinding> findings) {
        if (findings.isEmpty()) {
            return findings;
        }
        double best = findings.get(0).score();
        return findings.stream()
                .filter(f -> f.score() >= Math.min(NEEDED, best))
                .limit(MOST)
                .toList();
    }

    /** What its words add up to: each term counts once, where it weighs most. */
    private static double points(List<Hit> hits, boolean untitled) {
        Map<String, Double> best = new HashMap<>();
        for (Hit hit : hits) {
            best.merge(hit.term().text(), worth(hit, untitled), Math::max);
        }
        return best.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** A text without a title counts evenly: its beginning is no summary of it. */
    private static double worth(Hit hit, boolean untitled) {
        if (untitled) {
            return hit.term().weight();
        }
        double place = hit.title() ? TITLE : hit.start() < BEGINNING ? EARLY : LATE;
        return place * hit.term().weight();
    }
}
