// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.api;

import dev.racewire.dashboard.query.Cells;
import dev.racewire.dashboard.query.Completeness;
import dev.racewire.dashboard.query.Filter;
import dev.racewire.dashboard.query.Series;
import dev.racewire.dashboard.query.Span;
import dev.racewire.dashboard.query.Stretches;
import dev.racewire.dashboard.view.Articles;
import dev.racewire.dashboard.view.View;
import dev.racewire.runtime.config.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code series}: up to six cells over time, {@code cells=US:chips,CN:*}; every point distinct within its step. */
final class SeriesResource implements Resource {

    /** What was read is known by the hour. */
    private static final Duration HOUR = Duration.ofHours(1);

    private static final int MOST_CELLS = 6;
    private static final int MOST_POINTS = 1_000;

    private final View view;
    private final Vocabulary vocabulary;
    private final Questions questions;
    private final Heads heads;
    private final Stretches stretches;

    /** What is known of a step, whatever the cell. */
    private record Known(Optional<Double> completeness, Optional<Long> read) {}

    private record Place(String country, String topic) {}

    SeriesResource(View view, Vocabulary vocabulary, Questions questions, Heads heads, Stretches stretches) {
        this.view = view;
        this.vocabulary = vocabulary;
        this.questions = questions;
        this.heads = heads;
        this.stretches = stretches;
    }

    @Override
    public String name() {
        return "series";
    }

    @Override
    public Set<String> parameters() {
        Set<String> names = new HashSet<>(Questions.OVER_A_SPAN);
        names.add("cells");
        names.add("step");
        return names;
    }

    @Override
    public Answer answer(String rest, Parameters parameters) {
        Articles articles = view.articles();
        Span span = questions.span(parameters);
        Filter filter = questions.filter(parameters, span);
        Duration step = step(parameters, span);
        Completeness completeness = heads.completeness(filter);
        Series series = new Series(articles, span, filter, step, stretches);
        Map<Span, Known> steps = new HashMap<>();
        List<CellRow.InStep> rows = new ArrayList<>();
        for (Place place : places(parameters.text("cells").orElse(Cells.ALL + ":" + Cells.ALL))) {
            for (Series.Point point : series.of(place.country(), place.topic())) {
                Known known = steps.computeIfAbsent(
                        new Span(point.start(), point.end()), within -> known(within, filter, step, completeness));
                rows.add(CellRow.InStep.of(place.country(), place.topic(), point, known.completeness(), known.read()));
            }
        }
        Map<String, Object> head = heads.of(articles, span, filter);
        head.put("step", step.toString());
        return new Answer.Table<>(head, "points", rows, CellRow.InStep.COLUMNS);
    }

    private Known known(Span within, Filter filter, Duration step, Completeness completeness) {
        return new Known(
                completeness.over(within),
                step.compareTo(HOUR) < 0 ? Optional.empty() : Optional.of(heads.articlesRead(within, filter)));
    }

    private List<Place> places(String text) {
        List<Place> places = new ArrayList<>();
        for (String cell : text.split(",")) {
            String[] parts = cell.strip().split(":", -1);
            if (parts.length != 2) {
                throw Parameters.bad(
                        "cells", "is a list of country:topic, * for all, not '" + Parameters.shortened(cell) + "'");
            }
            places.add(new Place(
                    parts[0].equals(Cells.ALL) ? parts[0] : vocabulary.country(parts[0]),
                    parts[1].equals(Cells.ALL) ? parts[1] : vocabulary.topic(parts[1])));
        }
        if (places.size() > MOST_CELLS) {
            throw Parameters.bad("cells", "has at most " + MOST_CELLS + " cells");
        }
        return places;
    }

    private static Duration step(Parameters parameters, Span span) {
        Duration step = parameters.text("step").map(SeriesResource::parse).orElseGet(() -> fitting(span.length()));
        if (step.compareTo(Duration.ofMinutes(1)) < 0 || span.length().dividedBy(step) > MOST_POINTS) {
            throw new Problem(
                    Problem.Kind.BAD_RANGE,
                    "a series has at most " + MOST_POINTS + " points, each of a minute or more: choose a longer step");
        }
        return step;
    }

    private static Duration parse(String text) {
        try {
            return Durations.parse(text);
        } catch (IllegalArgumentException e) {
            throw Parameters.bad(
                    "step", "is a length of time such as 1h or 1d, not '" + Parameters.shortened(text) + "'");
        }
    }

    private static Duration fitting(Duration span) {
        if (span.compareTo(Duration.ofHours(3)) <= 0) {
            return Duration.ofMinutes(5);
        }
        if (span.compareTo(Duration.ofHours(49)) <= 0) {
            return Duration.ofHours(1);
        }
        return span.compareTo(Duration.ofDays(10)) <= 0 ? Duration.ofHours(6) : Duration.ofDays(1);
    }
}
