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
    /** Points of a topic that show more than business as usual: a word in the title. */
    private static final double WEIGHTY = 2;
    /** The same where the company stands in the summary only. */
    private static final double WEIGHTY_BELOW = 4;

    private final Map<String, TopicWeights> weights;

    ScopeJudge(Map<String, TopicWeights> weights) {
        this.weights = Map.copyOf(weights);
    }

    Scope judge(Matches matches, List<CountryFinding> countries, List<TopicFinding> topics) {
        boolean alone = countries.size() == 1 && onlyCompanies(countries.get(0));
        double strongest = strongest(topics, alone);
        double rivalry = Math.min(2, points(matches, Kind.RIVALRY, 1, 0.5));
        boolean routine = alone && strongest < weighty(matches, countries.get(0)) && rivalry == 0;
        return new Scope(
                Math.min(4.8, points(matches, Kind.GATE, 1.8, 0.96)),
                routine ? 0 : actor(countries),
                act(matches, strongest),
                rivalry,
                Math.min(5, points(matches, Kind.ASIDE, 1.6, 0.64)));
    }

    /** A company stands for its country only by what it does: its name alone makes no move. */
    private static boolean onlyCompanies(CountryFinding country) {
        return country.hits().stream().allMatch(h -> h.term().kind() == Kind.COMPANY);
    }

    private static double weighty(Matches matches, CountryFinding company) {
        return company.inTitle() || matches.title().length() == 0 ? WEIGHTY : WEIGHTY_BELOW;
    }

    private double strongest(List<TopicFinding> topics, boolean alone) {
        double strongest = 0;
        for (TopicFinding topic : topics) {
            double share =
                    alone ? weights.getOrDefault(topic.id(), TopicWeights.PLAIN).alone() : 1;
            strongest = Math.max(strongest, share * topic.points());
        }
        return strongest;
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

    private static double act(Matches matches, double strongest) {
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
