// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.query;

import dev.racewire.dashboard.view.ArticleEntry;
import dev.racewire.schemas.ClassifiedArticle;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Whether all the words stand in title or summary, whatever their case and accents. */
final class TextMatch implements Predicate<ArticleEntry> {

    private final List<String> words;

    TextMatch(String text) {
        this.words = List.of(fold(text).strip().split("\\s+"));
    }

    @Override
    public boolean test(ArticleEntry entry) {
        ClassifiedArticle record = entry.record();
        String text = fold(record.getTitle() + "\n" + record.getSummary());
        return words.stream().allMatch(text::contains);
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{Mn}+", "")
                .toLowerCase(Locale.ROOT);
    }
}
