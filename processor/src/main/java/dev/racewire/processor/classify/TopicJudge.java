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
    /** Below one half: a topic left out costs as much as one too many, and most stories have two. */
    private static final double NEEDED = 0.42;

    private final Map<String, TopicWeights> weights;

    TopicJudge(Map<String, TopicWeights> weights) {
        this.weights = Map.copyOf(weights);
    }

    /** All topics with any points, the likeliest first. */
    List<TopicFinding> findings(Matches matches, List<CountryFinding> countries) {
        Map<String, List<Hit>> byTopic = new LinkedHashMap<>();
        for (Hit hit : matches.hits()) {
            if (hit.term().kind() == Kind.TOPIC) {
                byTopic.computeIfAbsent(hit.term().label(), t -> new ArrayList<>())
                        .add(hit);
            }
        }
        byTopic.values().removeIf(hits -> hits.stream().allMatch(h -> h.term().weak()));
        boolean untitled = matches.title().length() == 0;
        Map<String, Double> points = new LinkedHashMap<>();
        byTopic.forEach((topic, hits) -> points.put(topic, points(hits, untitled)));
        List<TopicFinding> findings = new ArrayList<>();
        byTopic.forEach((topic, hits) -> {
            double odds = odds(topic, points, countries);
            findings.add(new TopicFinding(topic, points.getOrDefault(topic, 0.0), Confidence.logistic(odds), hits));
        });
        findings.sort(Comparator.comparingDouble(TopicFinding::score).reversed());
        return findings;
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

    private double odds(String topic, Map<String, Double> points, List<CountryFinding> countries) {
        TopicWeights weigh = weights.getOrDefault(topic, TopicWeights.PLAIN);
        double odds = weigh.base();
        double strongest = 0;
        for (Map.Entry<String, Double> found : points.entrySet()) {
            double logarithm = Math.log1p(found.getValue());
            if (found.getKey().equals(topic)) {
                odds += weigh.points() * logarithm;
            } else {
                odds += weigh.beside().getOrDefault(found.getKey(), 0.0) * logarithm;
                strongest = Math.max(strongest, logarithm);
            }
        }
        return odds + weigh.strongest() * strongest + odds(weigh, countries);
    }

    private static double odds(TopicWeights weigh, List<CountryFinding> countries) {
        boolean state = countries.stream().anyMatch(c -> c.inTitle() && c.by() == ActorKind.STATE);
        boolean company = countries.stream().anyMatch(c -> c.inTitle() && c.by() == ActorKind.COMPANY);
        return (state ? weigh.state() : 0)
                + (company ? weigh.company() : 0)
                + (countries.size() > 1 ? weigh.several() : 0);
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
