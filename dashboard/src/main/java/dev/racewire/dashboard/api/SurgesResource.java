// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.api;

import dev.racewire.dashboard.query.Filter;
import dev.racewire.dashboard.query.Span;
import dev.racewire.dashboard.query.Surges;
import dev.racewire.dashboard.view.Articles;
import dev.racewire.dashboard.view.View;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code surges}: every cell of a span against its own rhythm. Nothing is said where too little is known. */
final class SurgesResource implements Resource {

    private static final List<Column<CellJson>> COLUMNS = List.of(
            new Column<>("country", CellJson::country),
            new Column<>("topic", CellJson::topic),
            new Column<>("newStories", CellJson::newStories),
            new Column<>("usual", CellJson::usual),
            new Column<>("usualLow", CellJson::usualLow),
            new Column<>("usualHigh", CellJson::usualHigh),
            new Column<>("surge", CellJson::surge));

    private static final Duration DAY = Duration.ofDays(1);

    private final View view;
    private final Questions questions;
    private final Heads heads;

    /** A cell as the API shows it. */
    record CellJson(
            String country, String topic, long newStories, double usual, long usualLow, long usualHigh, boolean surge) {

        static CellJson of(Surges.Cell cell) {
            return new CellJson(
                    cell.country(),
                    cell.topic(),
                    cell.newStories(),
                    Math.round(cell.usual() * 100) / 100.0,
                    cell.low(),
                    cell.high(),
                    cell.surge());
        }
    }

    SurgesResource(View view, Questions questions, Heads heads) {
        this.view = view;
        this.questions = questions;
        this.heads = heads;
    }

    @Override
    public String name() {
        return "surges";
    }

    @Override
    public Set<String> parameters() {
        return Questions.OVER_A_SPAN;
    }

    @Override
    public Answer answer(String rest, Parameters parameters) {
        Articles articles = view.articles();
        Span span = questions.span(parameters, DAY);
        Filter filter = questions.filter(parameters, span);
        Surges surges = Surges.of(articles, span, filter, heads.completeness(filter));
        Map<String, Object> head = heads.of(articles, span, filter);
        head.put("rhythmSince", surges.since());
        surges.unknown().ifPresent(why -> head.put("unknown", why.name().toLowerCase(Locale.ROOT)));
        return new Answer.Table<>(
                head, "cells", surges.cells().stream().map(CellJson::of).toList(), COLUMNS);
    }
}
