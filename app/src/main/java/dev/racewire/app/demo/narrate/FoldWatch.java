// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.demo.narrate;

import dev.racewire.schemas.ArticleState;
import dev.racewire.schemas.ClassifiedArticle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says when a story has clearly more copies than any that was told of before. */
final class FoldWatch {

    private static final int FEWEST = 3;
    private static final int STEP = 2;

    private final Map<String, String> storyOf = new HashMap<>();
    private final Map<String, Map<String, String>> publishers = new HashMap<>();
    private int next = FEWEST;

    Optional<Line> on(ClassifiedArticle article) {
        leave(article.getId());
        if (article.getState() != ArticleState.IN_SCOPE) {
            return Optional.empty();
        }
        storyOf.put(article.getId(), article.getStoryId());
        Map<String, String> copies = publishers.computeIfAbsent(article.getStoryId(), story -> new HashMap<>());
        copies.put(article.getId(), article.getOutlet().getPublisher());
        if (copies.size() < next) {
            return Optional.empty();
        }
        next = copies.size() + STEP;
        Set<String> owners = new HashSet<>(copies.values());
        return Optional.of(new Line(
                "folded",
                copies.size() + " articles of " + owners.size() + (owners.size() == 1 ? " publisher" : " publishers")
                        + " are one story: " + Line.quoted(article.getTitle())));
    }

    private void leave(String article) {
        String story = storyOf.remove(article);
        if (story != null) {
            publishers.getOrDefault(story, new HashMap<>()).remove(article);
        }
    }

    /** Stories that have a member. */
    long stories() {
        return publishers.values().stream().filter(copies -> !copies.isEmpty()).count();
    }
}
