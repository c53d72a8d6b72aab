// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.demo.narrate;

import dev.racewire.schemas.ArticleState;
import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.schemas.CountryVerdict;
import dev.racewire.schemas.Evidence;
import dev.racewire.schemas.TopicVerdict;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Opens one article to the words that put it where it is. */
final class WordsWatch {

    private static final int MOST_WORDS = 3;

    private final String linkPart;
    private boolean told;

    /** @param linkPart what the article's link holds and no other's does */
    WordsWatch(String linkPart) {
        this.linkPart = linkPart;
    }

    Optional<Line> on(ClassifiedArticle article) {
        String link = article.getLink();
        if (told || link == null || !link.contains(linkPart) || article.getState() != ArticleState.IN_SCOPE) {
            return Optional.empty();
        }
        told = true;
        Stream<String> labels = Stream.concat(
                article.getCountries().stream().map(CountryVerdict::getCountry),
                article.getTopics().stream().map(TopicVerdict::getTopic));
        return Optional.of(new Line(
                "opened",
                Line.quoted(article.getTitle()) + " is "
                        + labels.map(label -> label + " by " + words(article, label))
                                .collect(Collectors.joining("; "))));
    }

    private static String words(ClassifiedArticle article, String label) {
        Set<String> seen = new HashSet<>();
        return article.getEvidence().stream()
                .filter(evidence -> evidence.getLabel().equals(label) && evidence.getWeight() > 0)
                .map(Evidence::getSurface)
                .filter(word -> seen.add(word.toLowerCase(Locale.ROOT)))
                .limit(MOST_WORDS)
                .collect(Collectors.joining(", "));
    }
}
