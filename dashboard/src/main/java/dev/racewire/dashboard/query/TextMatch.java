// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.query;

import dev.racewire.dashboard.view.ArticleEntry;
import dev.racewire.dashboard.view.FoldedText;
import dev.racewire.dashboard.view.Pieces;
import dev.racewire.dashboard.view.Trait;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Whether all the words stand in title or summary, whatever their case and accents, also as parts of words. */
final class TextMatch implements Predicate<ArticleEntry> {

    private final List<String> words;

    TextMatch(String text) {
        this.words = List.of(FoldedText.of(text).strip().split("\\s+"));
    }

    /** What a text that passes is bound to have. */
    Set<Trait> traits() {
        return words.stream().flatMap(word -> Pieces.of(word).stream()).collect(Collectors.toSet());
    }

    @Override
    public boolean test(ArticleEntry entry) {
        for (String word : words) {
            if (!entry.text().contains(word)) {
                return false;
            }
        }
        return true;
    }
}
