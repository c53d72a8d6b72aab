// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.api;

import dev.racewire.dashboard.query.Span;
import dev.racewire.dashboard.view.CoverageStore;
import dev.racewire.dashboard.view.View;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code coverage}: what was read at all, in scope or not, by language and outlet country: the denominators. */
final class CoverageResource implements Resource {

    private static final Set<String> WINDOWS = Set.of("PT1H", "P1D");

    private static final List<Column<RowJson>> COLUMNS = List.of(
            new Column<>("language", RowJson::language),
            new Column<>("outletCountry", RowJson::outletCountry),
            new Column<>("window", RowJson::window),
            new Column<>("windowStart", RowJson::windowStart),
            new Column<>("windowEnd", RowJson::windowEnd),
            new Column<>("articlesSeen", RowJson::articlesSeen),
            new Column<>("articlesInScope", RowJson::articlesInScope),
            new Column<>("feedsDue", RowJson::feedsDue),
            new Column<>("feedsRead", RowJson::feedsRead),
            new Column<>("feedsFailing", RowJson::feedsFailing));

    private final View view;
    private final Questions questions;
    private final Heads heads;

    /** A row as the API shows it. */
    record RowJson(
            String language,
            String outletCountry,
            String window,
            Instant windowStart,
            Instant windowEnd,
            long articlesSeen,
            long articlesInScope,
            long feedsDue,
            long feedsRead,
            long feedsFailing) {

        static RowJson of(CoverageStore.Row row) {
            return new RowJson(
                    row.language(),
                    row.outletCountry(),
                    row.window(),
                    Instant.ofEpochMilli(row.windowStart()),
                    Instant.ofEpochMilli(row.windowEnd()),
                    row.articlesSeen(),
                    row.articlesInScope(),
                    row.feedsDue(),
                    row.feedsRead(),
                    row.feedsFailing());
        }
    }

    CoverageResource(View view, Questions questions, Heads heads) {
        this.view = view;
        this.questions = questions;
        this.heads = heads;
    }

    @Override
    public String name() {
        return "coverage";
    }

    @Override
    public Set<String> parameters() {
        return Set.of("window", "from", "to");
    }

    @Override
    public Answer answer(String rest, Parameters parameters) {
        String window = parameters.text("window").orElse("P1D");
        if (!WINDOWS.contains(window)) {
            throw new Problem(Problem.Kind.UNKNOWN_WINDOW, "coverage is kept by the hour (PT1H) and by the day (P1D)");
        }
        Span span = questions.span(parameters.without("window"));
        List<RowJson> rows = view.coverage().between(window, span.fromMillis(), span.toMillis()).stream()
                .map(RowJson::of)
                .sorted(Comparator.comparing(RowJson::windowStart)
                        .reversed()
                        .thenComparing(RowJson::language)
                        .thenComparing(RowJson::outletCountry))
                .toList();
        Map<String, Object> head = heads.plain();
        head.put("from", span.from());
        head.put("to", span.to());
        return new Answer.Table<>(head, "coverage", rows, COLUMNS);
    }
}
