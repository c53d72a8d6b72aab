// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.taxonomy;

import dev.racewire.processor.classify.Classification;
import dev.racewire.processor.classify.CountryVerdict;
import dev.racewire.processor.classify.TopicVerdict;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one taxonomy says of an article.
 *
 * @param inScope whether it is a story about the race for AI
 * @param rivalry whether it sets countries against each other
 * @param countries its countries
 * @param topics its topics
 */
record Side(boolean inScope, boolean rivalry, Set<String> countries, Set<String> topics) {

    private static final String ALL = "*";

    Side {
        countries = Set.copyOf(countries);
        topics = Set.copyOf(topics);
    }

    static Side of(Classification verdict) {
        return new Side(
                verdict.inScope(),
                verdict.rivalry(),
                new TreeSet<>(verdict.countries().stream()
                        .map(CountryVerdict::country)
                        .toList()),
                new TreeSet<>(verdict.topics().stream().map(TopicVerdict::topic).toList()));
    }

    /** The cells that it puts the article in, as country and topic; * is all of them. */
    Set<List<String>> cells() {
        Set<List<String>> cells = new java.util.HashSet<>();
        if (inScope) {
            Set<String> rows = new TreeSet<>(countries);
            rows.add(ALL);
            Set<String> columns = new TreeSet<>(topics);
            columns.add(ALL);
            rows.forEach(row -> columns.forEach(column -> cells.add(List.of(row, column))));
        }
        return cells;
    }

    @Override
    public String toString() {
        return inScope
                ? String.join(",", new TreeSet<>(countries)) + " " + String.join(",", new TreeSet<>(topics))
                        + (rivalry ? " rivalry" : "")
                : "out of scope";
    }
}
