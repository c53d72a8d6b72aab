// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.exactness;

import dev.racewire.schemas.ArticleState;
import dev.racewire.simulator.newswire.CellNumbers;
import dev.racewire.simulator.newswire.CoverageNumbers;
import dev.racewire.simulator.newswire.Ledger;
import dev.racewire.simulator.newswire.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Nothing is in that should not be, and nothing more often than once. */
final class NoDoubleCount implements Guarantee {

    @Override
    public String promise() {
        return "nothing is counted twice";
    }

    @Override
    public List<String> breaches(Ledger shown, Map<String, String> poison, Findings found) {
        List<String> breaches = new ArrayList<>();
        Set<String> inScope = shown.standings().stream()
                .filter(standing -> standing.state() == Standing.State.IN_SCOPE)
                .map(Standing::article)
                .collect(Collectors.toSet());
        found.articles().forEach((id, article) -> {
            if (article.getState() == ArticleState.IN_SCOPE && !inScope.contains(id)) {
                breaches.add("in scope, and should not be: " + article);
            }
        });
        Map<String, CellNumbers> cells = shown.cells();
        found.cells().forEach((cell, is) -> {
            CellNumbers must = cells.getOrDefault(cell, CellNumbers.NONE);
            if (is.articles() > must.articles()
                    || is.publishers() > must.publishers()
                    || is.rivalries() > must.rivalries()
                    || is.stateMedia() > must.stateMedia()) {
                breaches.add(cell + ": too much: " + is + ", must be " + must);
            }
        });
        Map<String, CoverageNumbers> coverage = shown.coverage();
        found.coverage().forEach((row, is) -> {
            CoverageNumbers must = coverage.getOrDefault(row, CoverageNumbers.NONE);
            if (is.seen() > must.seen() || is.inScope() > must.inScope()) {
                breaches.add(row + ": too much: " + is + ", must be " + must);
            }
        });
        return breaches;
    }
}
