// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.api;

import dev.racewire.dashboard.query.Filter;
import dev.racewire.dashboard.query.Matrix;
import dev.racewire.dashboard.query.Span;
import dev.racewire.dashboard.query.Stretches;
import dev.racewire.dashboard.view.Articles;
import dev.racewire.dashboard.view.View;
import java.util.List;
import java.util.Set;

/** {@code matrix}: countries by topics, every number distinct over the whole span. */
final class MatrixResource implements Resource {

    private final View view;
    private final Questions questions;
    private final Heads heads;
    private final Stretches stretches;

    MatrixResource(View view, Questions questions, Heads heads, Stretches stretches) {
        this.view = view;
        this.questions = questions;
        this.heads = heads;
        this.stretches = stretches;
    }

    @Override
    public String name() {
        return "matrix";
    }

    @Override
    public Set<String> parameters() {
        return Questions.OVER_A_SPAN;
    }

    @Override
    public Answer answer(String rest, Parameters parameters) {
        Articles articles = view.articles();
        Span span = questions.span(parameters);
        Filter filter = questions.filter(parameters, span);
        List<CellRow.OverSpan> cells = Matrix.of(articles, span, filter, stretches).stream()
                .map(CellRow.OverSpan::of)
                .toList();
        return new Answer.Table<>(heads.of(articles, span, filter), "cells", cells, CellRow.OverSpan.COLUMNS);
    }
}
