// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Weighs whether AI is the subject of an article and somebody makes a move in it. */
final class ScopeJudge {

    /** Units of a summary that count as its beginning. */
    private static final int BEGINNING = 250;

    private ScopeJudge() {}

    static Scope judge(Matches matches, List<CountryFinding> countries, List<TopicFinding> topics) {
        return new Scope(
                gate(matches),
                actor(countries),
                act(matches, topics),
                Math.min(2, points(matches, Kind.RIVALRY, 1, 0.5)),
                Math.min(6, points(matches, Kind.ASIDE, 2, 0.8)));
    }

    /** A strong word in the title gives 3, early in the summary 1.6, later 1; a second one adds a little. */
    private static double gate(Matches matches) {
        return Math.min(4, points(matches, Kind.GATE, 1.5, 0.8));
    }

    private static double actor(List<CountryFinding> countries) {
        double points = 0;
        for (CountryFinding country : countries) {
            double kind = switch (country.by()) {
                case STATE -> 1.5;
                case COMPANY -> 1.2;
                case NAME -> 1;
            };
            points = Math.max(points, kind * (country.inTitle() ? 1 : 0.7));
        }
        return points + (countries.size() > 1 ? 0.5 : 0);
    }

    private static double act(Matches matches, List<TopicFinding> topics) {
        double topic = topics.isEmpty() ? 0 : Math.min(2, topics.get(0).points() / 2);
        return topic + Math.min(1, points(matches, Kind.MOVE, 0.7, 0.3));
    }

    /** Sum over distinct terms of what each adds where it weighs most; weak words count half of what follows others. */
    private static double points(Matches matches, Kind kind, double title, double summary) {
        boolean untitled = matches.title().length() == 0;
        Map<String, Double> best = new HashMap<>();
        for (Hit hit : matches.hits()) {
            if (hit.term().kind() == kind) {
                double place = hit.title() ? title : untitled && hit.start() < BEGINNING ? title : summary;
                boolean doubtful = hit.term().acronym() && matches.text(hit).allCapitals();
                best.merge(hit.term().text(), place * hit.term().weight() * (doubtful ? 0.25 : 1), Math::max);
            }
        }
        return best.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
