// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.api;

import dev.racewire.dashboard.query.Cells;
import dev.racewire.dashboard.query.Span;
import dev.racewire.dashboard.view.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code counts}: cells of single windows, an hour or a day, as the processor counted them. Never sum stories up. */
final class CountsResource implements Resource {

    private static final Set<String> WINDOWS = Set.of("PT1H", "P1D");
    private static final int DEFAULT_LIMIT = 5_000;
    private static final int MOST = 50_000;

    private final View view;
    private final Vocabulary vocabulary;
    private final Questions questions;
    private final Heads heads;

    CountsResource(View view, Vocabulary vocabulary, Questions questions, Heads heads) {
        this.view = view;
        this.vocabulary = vocabulary;
        this.questions = questions;
        this.heads = heads;
    }

    @Override
    public String name() {
        return "counts";
    }

    @Override
    public Set<String> parameters() {
        return Set.of("window", "from", "to", "country", "topic", "limit");
    }

    @Override
    public Answer answer(String rest, Parameters parameters) {
        String window = window(parameters.text("window").orElse("P1D"));
        Span span = questions.span(parameters.without("window"));
        Optional<String> country = parameters.text("country").map(this::country);
        Optional<String> topic = parameters.text("topic").map(this::topic);
        int limit = parameters.integer("limit", DEFAULT_LIMIT, 1, MOST);
        List<CellRow.Window> found = view.counts().between(window, span.fromMillis(), span.toMillis()).stream()
                .filter(cell -> country.isEmpty() || country.get().equals(cell.country()))
                .filter(cell -> topic.isEmpty() || topic.get().equals(cell.topic()))
                .map(CellRow.Window::of)
                .toList();
        Map<String, Object> head = heads.plain();
        head.put("window", window);
        head.put("from", span.from());
        head.put("to", span.to());
        head.put("found", found.size());
        return new Answer.Table<>(
                head, "counts", found.subList(0, Math.min(limit, found.size())), CellRow.Window.COLUMNS);
    }

    private static String window(String text) {
        if (WINDOWS.contains(text)) {
            return text;
        }
        throw new Problem(
                Problem.Kind.UNKNOWN_WINDOW,
                "counts are kept by the hour (PT1H) and by the day (P1D), not by '" + Parameters.shortened(text)
                        + "'; matrix answers any span");
    }

    private String country(String code) {
        return code.equals(Cells.ALL) ? code : vocabulary.country(code);
    }

    private String topic(String id) {
        return id.equals(Cells.ALL) ? id : vocabulary.topic(id);
    }
}
