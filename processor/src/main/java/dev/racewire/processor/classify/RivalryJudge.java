// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides whether an article in scope sets countries against each other. */
final class RivalryJudge {

    private static final double NEEDED_ALONE = 3;
    private static final double NEEDED_TOGETHER = 1;
    private static final double SUMMARY = 0.6;

    private final Set<Set<String>> rivals;
    private final Set<String> adverseTopics;

    /**
     * Makes a judge.
     *
     * @param rivals pairs of countries that are rivals whatever else is said
     * @param adverseTopics topics in which a state acts against those that it names
     */
    RivalryJudge(Set<Set<String>> rivals, Set<String> adverseTopics) {
        this.rivals = Set.copyOf(rivals);
        this.adverseTopics = Set.copyOf(adverseTopics);
    }

    /** Words of rivalry with two countries, strong ones with one; two rivals; or a state against a foreign company. */
    boolean judge(Matches matches, List<CountryFinding> countries, List<TopicFinding> topics) {
        if (countries.isEmpty()) {
            return false;
        }
        double words = words(matches);
        if (countries.size() == 1) {
            return words >= NEEDED_ALONE;
        }
        return words >= NEEDED_TOGETHER || rivals(countries) || stateAgainstCompany(countries, topics);
    }

    private boolean rivals(List<CountryFinding> countries) {
        Set<String> main = Set.of(countries.get(0).code(), countries.get(1).code());
        return rivals.contains(main);
    }

    private boolean stateAgainstCompany(List<CountryFinding> countries, List<TopicFinding> topics) {
        return !topics.isEmpty()
                && adverseTopics.contains(topics.get(0).id())
                && has(countries, ActorKind.STATE)
                && has(countries, ActorKind.COMPANY);
    }

    private static boolean has(List<CountryFinding> countries, ActorKind kind) {
        return countries.stream().anyMatch(c -> c.by() == kind && c.inTitle());
    }

    private static double words(Matches matches) {
        Map<String, Double> best = new HashMap<>();
        for (Hit hit : matches.hits()) {
            if (hit.term().kind() == Kind.RIVALRY) {
                best.merge(hit.term().text(), hit.term().weight() * (hit.title() ? 1 : SUMMARY), Math::max);
            }
        }
        return best.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
