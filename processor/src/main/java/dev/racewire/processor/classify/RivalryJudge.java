// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides whether an article in scope sets countries against each other: by words that say so, by its countries, and by
 * its topics. What each is worth was fitted to the labelled stories for mending.
 */
final class RivalryJudge {

    private static final double NEEDED_ALONE = 3;
    private static final double NEEDED_TOGETHER = 1.1;
    private static final double SUMMARY = 0.6;
    /** More words of rivalry than this say nothing new. */
    private static final double MOST_WORDS = 3;

    private static final double RIVALS = 2.2;
    private static final double THIRD_COUNTRY = 1.1;
    private static final double BOTH_IN_TITLE = 0.45;

    private final Set<Set<String>> rivals;
    private final Map<String, TopicWeights> weights;

    /**
     * Makes a judge.
     *
     * @param rivals pairs of countries that are rivals whatever else is said
     * @param weights what each topic brings to a rivalry, by topic
     */
    RivalryJudge(Set<Set<String>> rivals, Map<String, TopicWeights> weights) {
        this.rivals = Set.copyOf(rivals);
        this.weights = Map.copyOf(weights);
    }

    boolean judge(Matches matches, List<CountryFinding> countries, List<TopicFinding> topics) {
        double words = words(matches);
        return switch (countries.size()) {
            case 0 -> false;
            case 1 -> words >= NEEDED_ALONE;
            default -> Math.min(MOST_WORDS, words) + together(countries) + brought(topics) >= NEEDED_TOGETHER;
        };
    }

    private double together(List<CountryFinding> countries) {
        Set<String> main = Set.of(countries.get(0).code(), countries.get(1).code());
        long inTitle = countries.stream().filter(CountryFinding::inTitle).count();
        return (rivals.contains(main) ? RIVALS : 0)
                + (countries.size() > 2 ? THIRD_COUNTRY : 0)
                + (inTitle > 1 ? BOTH_IN_TITLE : 0);
    }

    private double brought(List<TopicFinding> topics) {
        double points = 0;
        for (TopicFinding topic : topics) {
            points += weights.getOrDefault(topic.id(), TopicWeights.PLAIN).rivalry();
        }
        return points;
    }

    /** What the words of rivalry add up to: each counts once, where it weighs most. */
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
