// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What nearly gave an article another label.
 *
 * @param countries words of countries that it is not about, by country
 * @param foreign words that other languages' lists hold, and the languages
 */
record NearMatches(Map<String, List<Hit>> countries, Map<Hit, Set<String>> foreign) {

    private static final int MOST_FOREIGN = 12;

    /** Shorter words mean something else in some language or other. */
    private static final int SHORTEST = 4;

    /** The near matches of a judgement, given what is found when the text is read in other languages. */
    static NearMatches of(Judgement judgement, Map<String, Matches> inOthers) {
        return new NearMatches(countries(judgement), foreign(judgement, inOthers));
    }

    private static Map<String, List<Hit>> countries(Judgement judgement) {
        Set<String> given = new HashSet<>();
        judgement.countries().forEach(country -> given.add(country.code()));
        Map<String, List<Hit>> near = new LinkedHashMap<>();
        for (Hit hit : judgement.matches().hits()) {
            if (hit.term().kind().country() && !given.contains(hit.term().label())) {
                near.computeIfAbsent(hit.term().label(), code -> new ArrayList<>())
                        .add(hit);
            }
        }
        return near;
    }

    private static Map<Hit, Set<String>> foreign(Judgement judgement, Map<String, Matches> inOthers) {
        Map<Hit, Set<String>> found = new TreeMap<>(Comparator.comparingLong(Hit::order)
                .thenComparing(hit ->
                        hit.term().text() + hit.term().kind() + hit.term().label()));
        inOthers.forEach((language, matches) -> {
            for (Hit hit : matches.hits()) {
                if (telling(hit) && !covered(hit, judgement.matches())) {
                    found.computeIfAbsent(hit, h -> new java.util.TreeSet<>()).add(language);
                }
            }
        });
        Map<Hit, Set<String>> first = new LinkedHashMap<>();
        found.entrySet().stream().limit(MOST_FOREIGN).forEach(e -> first.put(e.getKey(), e.getValue()));
        return first;
    }

    private static boolean telling(Hit hit) {
        boolean label = hit.term().kind() == Kind.GATE
                || hit.term().kind() == Kind.TOPIC
                || hit.term().kind().country();
        return label && (hit.end() - hit.start() >= SHORTEST || hit.term().acronym());
    }

    /** Whether a word found in the text's own language stands on the same place and says the same. */
    private static boolean covered(Hit hit, Matches own) {
        return own.hits().stream()
                .anyMatch(o -> o.field() == hit.field()
                        && o.start() < hit.end()
                        && hit.start() < o.end()
                        && o.term().kind().layer() == hit.term().kind().layer()
                        && o.term().label().equals(hit.term().label()));
    }
}
