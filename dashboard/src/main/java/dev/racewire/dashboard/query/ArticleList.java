// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.query;

import dev.racewire.dashboard.view.ArticleEntry;
import dev.racewire.dashboard.view.Articles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Articles, newest first. */
public final class ArticleList {

    private ArticleList() {}

    public static Page.Slice<ArticleEntry> of(Articles articles, Span span, Filter filter, Page page) {
        Predicate<ArticleEntry> test = filter.on(articles);
        Cursor after = page.after();
        List<ArticleEntry> found = new ArrayList<>();
        articles.newestFirst(span.fromMillis(), span.toMillis(), filter.traits(articles), entry -> {
            if ((after == null || after.before(entry)) && test.test(entry)) {
                found.add(entry);
            }
            return found.size() <= page.limit();
        });
        if (found.size() <= page.limit()) {
            return new Page.Slice<>(found, Optional.empty());
        }
        List<ArticleEntry> items = found.subList(0, page.limit());
        return new Page.Slice<>(items, Optional.of(Cursor.behind(items.get(items.size() - 1))));
    }
}
