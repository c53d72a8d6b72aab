// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.verdict;

import dev.racewire.schemas.Article;
import org.jspecify.annotations.Nullable;

/**
 * What an article is judged by.
 *
 * @param title title
 * @param summary summary, or the beginning of the full text where there is none
 * @param declaredLanguage language that the item, else its outlet, declares
 */
public record ArticleText(
        String title, String summary, @Nullable String declaredLanguage) {

    /** Bounds that keep a classified article, with its evidence, far below the size of a Kafka record. */
    private static final int LONGEST_TITLE = 2_000;

    private static final int LONGEST_SUMMARY = 20_000;
    private static final int EXCERPT = 2_000;

    /** What a sighting is judged by. */
    public static ArticleText of(Article article) {
        String summary = article.getSummary().isBlank()
                ? cut(article.getContent(), EXCERPT)
                : cut(article.getSummary(), LONGEST_SUMMARY);
        return new ArticleText(cut(article.getTitle(), LONGEST_TITLE), summary, language(article));
    }

    private static @Nullable String language(Article article) {
        String declared = article.getLanguage();
        if (declared != null && !declared.isBlank()) {
            return declared;
        }
        String usual = article.getOutlet().getLanguage();
        return usual.equals("und") ? null : usual;
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
