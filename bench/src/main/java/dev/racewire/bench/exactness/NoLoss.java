// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.exactness;

import dev.racewire.schemas.ArticleState;
import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.simulator.newswire.CellNumbers;
import dev.racewire.simulator.newswire.CoverageNumbers;
import dev.racewire.simulator.newswire.Ledger;
import dev.racewire.simulator.newswire.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whatever was shown is in: the article, each of its cells, and the coverage. */
final class NoLoss implements Guarantee {

    @Override
    public String promise() {
        return "nothing is lost";
    }

    @Override
    public List<String> breaches(Ledger shown, Map<String, String> poison, Findings found) {
        List<String> breaches = new ArrayList<>();
        for (Standing standing : shown.standings()) {
            ClassifiedArticle article = found.articles().get(standing.article());
            if (standing.state() == Standing.State.IN_SCOPE
                    && (article == null || article.getState() != ArticleState.IN_SCOPE)) {
                breaches.add("not in scope: " + standing);
            }
        }
        shown.cells().forEach((cell, must) -> {
            CellNumbers is = found.cells().getOrDefault(cell, CellNumbers.NONE);
            if (is.articles() < must.articles()
                    || is.publishers() < must.publishers()
                    || is.rivalries() < must.rivalries()
                    || is.stateMedia() < must.stateMedia()) {
                breaches.add(cell + ": too little: " + is + ", must be " + must);
            }
        });
        shown.coverage().forEach((row, must) -> {
            CoverageNumbers is = found.coverage().getOrDefault(row, CoverageNumbers.NONE);
            if (is.seen() < must.seen() || is.inScope() < must.inScope()) {
                breaches.add(row + ": too little: " + is + ", must be " + must);
            }
        });
        return breaches;
    }
}
