// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that was weighed in an article: the verdict and what nearly made another one.
 *
 * @param language language it was judged in
 * @param matches words found
 * @param scope points for and against being in scope
 * @param rivalry whether it is a rivalry if in scope
 * @param countries countries found
 * @param topics topics found, including those that are too weak
 * @param chosen topics that it gets
 */
record Judgement(
        String language,
        Matches matches,
        Scope scope,
        boolean rivalry,
        List<CountryFinding> countries,
        List<TopicFinding> topics,
        List<TopicFinding> chosen) {

    Classification classification() {
        boolean in = scope.inScope();
        return new Classification(
                in,
                scope.confidence(),
                in && rivalry,
                language,
                in ? chosen.stream().map(TopicFinding::verdict).toList() : List.of(),
                in ? countries.stream().map(CountryFinding::verdict).toList() : List.of(),
                evidence());
    }

    /** Words behind the verdict: labels that it doesn't carry have no evidence, except when it is out of scope. */
    private List<Evidence> evidence() {
        Set<String> labels = chosen.stream().map(TopicFinding::id).collect(Collectors.toSet());
        countries.forEach(c -> labels.add(c.code()));
        List<Evidence> evidence = new ArrayList<>();
        for (Hit hit : matches.hits()) {
            Term term = hit.term();
            boolean labelled = term.kind() == Kind.TOPIC || term.kind().country();
            if (term.kind() != Kind.HIDE && (!labelled || labels.contains(term.label()))) {
                double sign = term.kind() == Kind.ASIDE ? -1 : 1;
                evidence.add(matches.evidence(hit, sign * term.weight()));
            }
        }
        return evidence;
    }
}
