// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decides what an article is about: the topics whose distinct words weigh most. */
final class TopicJudge {

    static final double TITLE = 2;
    static final double EARLY = 1;
    private static final double LATE = 0.5;
    private static final int BEGINNING = 300;
    private static final int MOST = 3;
    private static final double NEEDED = 1;
    /** Share of the main topic's points that another needs. */
    private static final double SHARE = 0.5;

    private TopicJudge() {}

    /** All topics with any points, the main one first. */
    static List<TopicFinding> findings(Matches matches) {
        Map<String, List<Hit>> byTopic = new LinkedHashMap<>();
        for (Hit hit : matches.hits()) {
            if (hit.term().kind() == Kind.TOPIC) {
                byTopic.computeIfAbsent(hit.term().label(), t -> new ArrayList<>())
                        .add(hit);
            }
        }
        boolean untitled = matches.title().length() == 0;
        List<TopicFinding> findings = new ArrayList<>();
        byTopic.forEach((topic, hits) -> {
            if (!hits.stream().allMatch(h -> h.term().weak())) {
                findings.add(new TopicFinding(topic, points(hits, untitled), hits));
            }
        });
        findings.sort(Comparator.comparingDouble(TopicFinding::points).reversed());
        return findings;
    }

    /** The topics that an article gets of those found. */
    static List<TopicFinding> choose(List<TopicFinding> findings) {
        if (findings.isEmpty()) {
            return findings;
        }
        double best = findings.get(0).points();
        return findings.stream()
                .filter(f -> f.points() >= SHARE * best && (f.points() >= NEEDED || f.points() == best))
                .limit(MOST)
                .toList();
    }

    /** What a word adds: each term counts once, where it weighs most. */
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
