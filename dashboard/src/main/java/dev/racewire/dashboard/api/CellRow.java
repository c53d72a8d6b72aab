// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.api;

import dev.racewire.dashboard.query.Matrix;
import dev.racewire.dashboard.query.Numbers;
import dev.racewire.dashboard.query.Series;
import dev.racewire.dashboard.view.CountStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of numbers: a cell of the matrix, a point of a series, a single window as the processor counted it. */
final class CellRow {

    private CellRow() {}

    /** A cell over the span of the question. */
    record OverSpan(
            String country,
            String topic,
            long articles,
            long stories,
            long publishers,
            long rivalries,
            long stateMediaArticles) {

        static final List<Column<OverSpan>> COLUMNS = List.of(
                new Column<>("country", OverSpan::country),
                new Column<>("topic", OverSpan::topic),
                new Column<>("articles", OverSpan::articles),
                new Column<>("stories", OverSpan::stories),
                new Column<>("publishers", OverSpan::publishers),
                new Column<>("rivalries", OverSpan::rivalries),
                new Column<>("stateMediaArticles", OverSpan::stateMediaArticles));

        static OverSpan of(Matrix.Cell cell) {
            Numbers n = cell.numbers();
            return new OverSpan(
                    cell.country(),
                    cell.topic(),
                    n.articles(),
                    n.stories(),
                    n.publishers(),
                    n.rivalries(),
                    n.stateMediaArticles());
        }
    }

    /** A cell in one step of time. */
    record InStep(
            String country,
            String topic,
            Instant start,
            Instant end,
            long articles,
            long stories,
            long publishers,
            long rivalries,
            long stateMediaArticles,
            @Nullable Double completeness,
            @Nullable Long articlesRead) {

        static final List<Column<InStep>> COLUMNS = List.of(
                new Column<>("country", InStep::country),
                new Column<>("topic", InStep::topic),
                new Column<>("start", InStep::start),
                new Column<>("end", InStep::end),
                new Column<>("articles", InStep::articles),
                new Column<>("stories", InStep::stories),
                new Column<>("publishers", InStep::publishers),
                new Column<>("rivalries", InStep::rivalries),
                new Column<>("stateMediaArticles", InStep::stateMediaArticles),
                new Column<>("completeness", InStep::completeness),
                new Column<>("articlesRead", InStep::articlesRead));

        static InStep of(
                String country,
                String topic,
                Series.Point point,
                Optional<Double> completeness,
                Optional<Long> articlesRead) {
            Numbers n = point.numbers();
            return new InStep(
                    country,
                    topic,
                    point.start(),
                    point.end(),
                    n.articles(),
                    n.stories(),
                    n.publishers(),
                    n.rivalries(),
                    n.stateMediaArticles(),
                    completeness.map(Heads::rounded).orElse(null),
                    articlesRead.orElse(null));
        }
    }

    /** A cell in one window of {@code racewire-counts}. */
    record Window(
            String country,
            String topic,
            String window,
            Instant windowStart,
            Instant windowEnd,
            long articles,
            long stories,
            long publishers,
            long rivalries,
            long stateMediaArticles,
            long revision) {

        static final List<Column<Window>> COLUMNS = List.of(
                new Column<>("country", Window::country),
                new Column<>("topic", Window::topic),
                new Column<>("window", Window::window),
                new Column<>("windowStart", Window::windowStart),
                new Column<>("windowEnd", Window::windowEnd),
                new Column<>("articles", Window::articles),
                new Column<>("stories", Window::stories),
                new Column<>("publishers", Window::publishers),
                new Column<>("rivalries", Window::rivalries),
                new Column<>("stateMediaArticles", Window::stateMediaArticles),
                new Column<>("revision", Window::revision));

        static Window of(CountStore.Cell cell) {
            return new Window(
                    cell.country(),
                    cell.topic(),
                    cell.window(),
                    Instant.ofEpochMilli(cell.windowStart()),
                    Instant.ofEpochMilli(cell.windowEnd()),
                    cell.articles(),
                    cell.stories(),
                    cell.publishers(),
                    cell.rivalries(),
                    cell.stateMediaArticles(),
                    cell.revision());
        }
    }
}
