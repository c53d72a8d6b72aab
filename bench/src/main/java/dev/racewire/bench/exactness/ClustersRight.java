// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.exactness;

import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.simulator.newswire.CellNumbers;
import dev.racewire.simulator.newswire.Ledger;
import dev.racewire.simulator.newswire.Standing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Copies are one story, whoever told it first and whatever became of that one; and no two stories are taken for one. */
final class ClustersRight implements Guarantee {

    @Override
    public String promise() {
        return "stories are right";
    }

    @Override
    public List<String> breaches(Ledger shown, Map<String, String> poison, Findings found) {
        List<String> breaches = new ArrayList<>();
        Map<String, String> idByKey = new HashMap<>();
        Map<String, String> keyById = new HashMap<>();
        for (Standing standing : shown.standings()) {
            ClassifiedArticle article = found.articles().get(standing.article());
            if (!standing.inCells() || article == null) {
                continue;
            }
            String id = idByKey.computeIfAbsent(standing.storyKey(), key -> article.getStoryId());
            String key = keyById.computeIfAbsent(article.getStoryId(), story -> standing.storyKey());
            if (!id.equals(article.getStoryId())) {
                breaches.add("no copy of " + id + ": " + article.getStoryId() + ", " + standing);
            }
            if (!key.equals(standing.storyKey())) {
                breaches.add("taken for " + key + ": " + standing);
            }
        }
        Map<String, CellNumbers> cells = shown.cells();
        found.cells().forEach((cell, is) -> {
            CellNumbers must = cells.getOrDefault(cell, CellNumbers.NONE);
            if (is.stories() != must.stories()) {
                breaches.add(cell + ": " + is.stories() + " stories, must be " + must.stories());
            }
        });
        return breaches;
    }
}
