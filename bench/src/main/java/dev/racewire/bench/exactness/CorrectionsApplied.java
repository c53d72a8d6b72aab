// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.exactness;

import dev.racewire.schemas.ArticleState;
import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.schemas.CountryVerdict;
import dev.racewire.schemas.TopicVerdict;
import dev.racewire.simulator.newswire.Ledger;
import dev.racewire.simulator.newswire.Standing;
import dev.racewire.simulator.newswire.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Each article stands with its last words, at the revision that so many accepted edits lead to, and at its own time. */
final class CorrectionsApplied implements Guarantee {

    @Override
    public String promise() {
        return "corrections are applied";
    }

    @Override
    public List<String> breaches(Ledger shown, Map<String, String> poison, Findings found) {
        List<String> breaches = new ArrayList<>();
        for (Standing standing : shown.standings()) {
            ClassifiedArticle article = found.articles().get(standing.article());
            boolean known = standing.state() != Standing.State.NEVER_IN_SCOPE;
            if (known != (article != null)) {
                breaches.add((known ? "unknown: " : "known, and never was in scope: ") + standing);
            } else if (article != null && !(standsLike(article, standing) && saysTheSame(article, standing))) {
                breaches.add(article + ", must be " + standing);
            }
        }
        return breaches;
    }

    private static boolean standsLike(ClassifiedArticle article, Standing standing) {
        boolean inScope = standing.state() == Standing.State.IN_SCOPE;
        return (article.getState() == ArticleState.IN_SCOPE) == inScope
                && article.getRevision() == standing.revision()
                && article.getCounted() == standing.counted()
                && article.getEventTime().equals(standing.eventTime());
    }

    /** What is retracted may have lost its words. */
    private static boolean saysTheSame(ClassifiedArticle article, Standing standing) {
        Story story = standing.text().story();
        return standing.state() != Standing.State.IN_SCOPE
                || (article.getTitle().equals(standing.text().title())
                        && article.getLanguage().equals(story.language())
                        && article.getRivalry() == story.rivalry()
                        && same(
                                article.getCountries().stream()
                                        .map(CountryVerdict::getCountry)
                                        .toList(),
                                story.countries())
                        && same(
                                article.getTopics().stream()
                                        .map(TopicVerdict::getTopic)
                                        .toList(),
                                story.topics()));
    }

    private static boolean same(List<String> some, List<String> others) {
        return some.size() == others.size() && Set.copyOf(some).equals(Set.copyOf(others));
    }
}
