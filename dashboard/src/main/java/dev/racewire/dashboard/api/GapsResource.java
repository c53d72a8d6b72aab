// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.api;

import dev.racewire.dashboard.query.Span;
import dev.racewire.dashboard.view.GapStore;
import dev.racewire.dashboard.view.View;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code gaps}: where items of a feed may have been missed. */
final class GapsResource implements Resource {

    private static final List<Column<GapStore.Entry>> COLUMNS = List.of(
            new Column<>("feedUrl", GapStore.Entry::feedUrl),
            new Column<>("from", GapStore.Entry::from),
            new Column<>("to", GapStore.Entry::to),
            new Column<>("reason", gap -> gap.reason().name().toLowerCase(Locale.ROOT)),
            new Column<>("detail", GapStore.Entry::detail));

    private final View view;
    private final Questions questions;
    private final Heads heads;

    GapsResource(View view, Questions questions, Heads heads) {
        this.view = view;
        this.questions = questions;
        this.heads = heads;
    }

    @Override
    public String name() {
        return "gaps";
    }

    @Override
    public Set<String> parameters() {
        return Questions.SPAN;
    }

    @Override
    public Answer answer(String rest, Parameters parameters) {
        Span span = questions.span(parameters);
        List<GapStore.Entry> gaps = view.gaps().touching(span.from(), span.to());
        Map<String, Object> head = heads.plain();
        head.put("from", span.from());
        head.put("to", span.to());
        return new Answer.Table<>(head, "gaps", gaps, COLUMNS);
    }
}
