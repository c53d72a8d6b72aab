// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.query;

import dev.racewire.dashboard.view.ArticleEntry;
import dev.racewire.dashboard.view.Articles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Orders articles so that those of a story stand together: then distinct stories are counted without any set. */
final class ByStory {

    private ByStory() {}

    /** The articles of the span that pass the filter. */
    static List<ArticleEntry> matching(Articles articles, Span span, Filter filter) {
        Predicate<ArticleEntry> test = filter.on(articles);
        List<ArticleEntry> found = new ArrayList<>();
        articles.between(span.fromMillis(), span.toMillis(), filter.traits(articles), entry -> {
            if (test.test(entry)) {
                found.add(entry);
            }
        });
        return ordered(found);
    }

    private static List<ArticleEntry> ordered(List<ArticleEntry> entries) {
        long[] keys = new long[entries.size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) entries.get(i).story() << 32 | i;
        }
        Arrays.sort(keys);
        List<ArticleEntry> ordered = new ArrayList<>(keys.length);
        for (long key : keys) {
            ordered.add(entries.get((int) key));
        }
        return ordered;
    }
}
