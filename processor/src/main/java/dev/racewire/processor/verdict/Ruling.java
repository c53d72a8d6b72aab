// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.verdict;

import dev.racewire.processor.state.StateFormat;
import dev.racewire.schemas.ArticleState;
import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.schemas.Evidence;
import dev.racewire.schemas.RetractionReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the first step passes on about an article that is or was in scope. */
public sealed interface Ruling {

    StateFormat<Ruling> FORMAT = new StateFormat<>("ruling", 1, RulingFormat::write, RulingFormat::read);

    /** Language in which the article first came into scope: it decides the partition of the second step. */
    String firstLanguage();

    /** The article as it stands now, given how it stood; empty: nothing changes. The story is not decided here. */
    Optional<ClassifiedArticle> applyTo(@Nullable ClassifiedArticle before);

    /** A new verdict. */
    record Verdict(String firstLanguage, ClassifiedArticle article) implements Ruling {

        @Override
        public Optional<ClassifiedArticle> applyTo(@Nullable ClassifiedArticle before) {
            return Optional.of(article);
        }
    }

    /** Another feed shows the article too. */
    record Joined(String firstLanguage, String feedUrl) implements Ruling {

        @Override
        public Optional<ClassifiedArticle> applyTo(@Nullable ClassifiedArticle before) {
            if (before == null || before.getFeeds().contains(feedUrl)) {
                return Optional.empty();
            }
            List<String> feeds = new ArrayList<>(before.getFeeds());
            feeds.add(feedUrl);
            return Optional.of(
                    ClassifiedArticle.newBuilder(before).setFeeds(feeds).build());
        }
    }

    /** The publisher's text was withdrawn: the removal is recorded, the words are not. */
    record Withdrawn(String firstLanguage, int revision) implements Ruling {

        @Override
        public Optional<ClassifiedArticle> applyTo(@Nullable ClassifiedArticle before) {
            if (before == null) {
                return Optional.empty();
            }
            List<Evidence> wordless = before.getEvidence().stream()
                    .map(words -> Evidence.newBuilder(words).setSurface("").build())
                    .toList();
            return Optional.of(ClassifiedArticle.newBuilder(before)
                    .setState(ArticleState.RETRACTED)
                    .setReason(RetractionReason.WITHDRAWN)
                    .setRevision(revision)
                    .setTitle("")
                    .setSummary("")
                    .setEvidence(wordless)
                    .build());
        }
    }
}
