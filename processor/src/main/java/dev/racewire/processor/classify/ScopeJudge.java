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

    private static final double IN_SUMMARY_ONLY = 0.7;
    private static final double SECOND_COUNTRY = 0.35;

    private ScopeJudge() {}

    static Scope judge(Matches matches, List<CountryFinding> countries, List<TopicFinding> topics) {
        return new Scope(
                Math.min(4.8, points(matches, Kind.GATE, 1.8, 0.96)),
                actor(countries),
                act(matches, topics),
                Math.min(2, points(matches, Kind.RIVALRY, 1, 0.5)),
                Math.min(5, points(matches, Kind.ASIDE, 1.6, 0.64)));
    }

    /** A state weighs more than a company, a company more than a name; a second country adds a little. */
    private static double actor(List<CountryFinding> countries) {
        double points = 0;
        for (CountryFinding country : countries) {
            double kind = switch (country.by()) {
                case STATE -> 1.05;
                case COMPANY -> 0.85;
                case NAME -> 0.7;
            };
            points = Math.max(points, kind * (country.inTitle() ? 1 : IN_SUMMARY_ONLY));
        }
        return points + (countries.size() > 1 ? SECOND_COUNTRY : 0);
    }

    private static double act(Matches matches, List<TopicFinding> topics) {
        double strongest =
                topics.stream().mapToDouble(TopicFinding::points).max().orElse(0);
        return Math.min(1.6, strongest * 0.4) + Math.min(0.8, points(matches, Kind.MOVE, 0.56, 0.24));
    }

    /** Sum over distinct terms of what each adds where it weighs most. */
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
