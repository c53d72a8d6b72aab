// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.prove;

import dev.racewire.processor.classify.Classification;
import dev.racewire.processor.classify.Classifier;
import dev.racewire.processor.classify.CountryVerdict;
import dev.racewire.processor.classify.TopicVerdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What all cells must say, worked out from what was shown and from nothing else. Only the classifier is shared with the
 * processor: which words put an article where is not what is proved here.
 *
 * @param inScope links of the articles that must be in scope
 * @param cells numbers by {@code country|topic|window|start}
 */
record Expectation(Set<String> inScope, Map<String, CellNumbers> cells) {

    private static final String ALL = "*";

    Expectation {
        inScope = Set.copyOf(inScope);
        cells = Map.copyOf(cells);
    }

    static Expectation of(Collection<Shown> articles, Classifier classifier) {
        Set<String> inScope = new HashSet<>();
        Map<String, CellNumbers.Sum> sums = new TreeMap<>();
        for (Shown article : articles) {
            Classification verdict = classifier.classify(article.title(), article.summary(), "en");
            if (verdict.inScope()) {
                inScope.add(article.link());
                for (String cell : cells(verdict, article.published())) {
                    sums.computeIfAbsent(cell, key -> new CellNumbers.Sum()).add(article, verdict.rivalry());
                }
            }
        }
        Map<String, CellNumbers> cells = new HashMap<>();
        sums.forEach((cell, sum) -> cells.put(cell, sum.numbers()));
        return new Expectation(inScope, cells);
    }

    private static Set<String> cells(Classification verdict, Instant time) {
        List<String> countries = new ArrayList<>(List.of(ALL));
        verdict.countries().stream().map(CountryVerdict::country).forEach(countries::add);
        List<String> topics = new ArrayList<>(List.of(ALL));
        verdict.topics().stream().map(TopicVerdict::topic).forEach(topics::add);
        Set<String> cells = new HashSet<>();
        for (String country : countries) {
            for (String topic : topics) {
                cells.add(country + "|" + topic + "|PT1H|" + time.truncatedTo(ChronoUnit.HOURS));
                cells.add(country + "|" + topic + "|P1D|" + time.truncatedTo(ChronoUnit.DAYS));
            }
        }
        return cells;
    }
}
