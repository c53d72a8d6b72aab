// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.api;

import dev.racewire.dashboard.query.Filter;
import dev.racewire.dashboard.query.Page;
import dev.racewire.dashboard.query.Span;
import dev.racewire.dashboard.view.Articles;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Answers with a page of what a question is about, or with a single one.
 *
 * @param <T> what is listed
 * @param <R> how it is shown
 * @param name name of the rows in JSON
 */
record Listing<T, R>(String name, Questions questions, Heads heads, Function<T, R> show, List<Column<R>> columns) {

    /** Finds a page of what a question is about. */
    interface Finder<T> {
        Page.Slice<T> find(Articles articles, Span span, Filter filter, Page page);
    }

    /** The page that the parameters ask for. */
    Answer page(Articles articles, Parameters parameters, Finder<T> finder) {
        Span span = questions.span(parameters);
        Filter filter = questions.filter(parameters, span);
        Page.Slice<T> slice = finder.find(articles, span, filter, questions.page(parameters));
        Map<String, Object> head = heads.of(articles, span, filter);
        slice.next().ifPresent(next -> head.put("next", next.toString()));
        return new Answer.Table<>(head, name, slice.items().stream().map(show).toList(), columns);
    }

    /** That one. */
    Answer one(Articles articles, T item) {
        Map<String, Object> head = heads.plain();
        head.put("asOf", articles.edition().published());
        return new Answer.Table<>(head, name, List.of(show.apply(item)), columns);
    }
}
