// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.query;

import dev.racewire.dashboard.view.ArticleEntry;
import dev.racewire.dashboard.view.Articles;
import dev.racewire.dashboard.view.Names;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A cell over time: one point a step, each distinct within its step; empty steps are points too. */
public final class Series {

    /** One step. */
    public record Point(Instant start, Instant end, Numbers numbers) {}

    private final Articles articles;
    private final Span span;
    private final Filter filter;
    private final Duration step;
    private final Stretches stretches;
    private final Map<Span, Stretch> parts = new HashMap<>();

    /** The cells of articles that pass the filter; the first and the last step may be cut by the span. */
    public Series(Articles articles, Span span, Filter filter, Duration step, Stretches stretches) {
        this.articles = articles;
        this.span = span;
        this.filter = filter;
        this.step = step;
        this.stretches = stretches;
    }

    /** The points of a cell, {@code *} for all. Steps start at multiples of the step, in UTC. */
    public List<Point> of(String country, String topic) {
        boolean everything = country.equals(Cells.ALL) && topic.equals(Cells.ALL);
        boolean kept = step.equals(Stretches.DAY) || step.equals(Stretches.QUARTER);
        boolean free = filter.country().isEmpty() && filter.topic().isEmpty();
        if (kept && (everything || free)) {
            return fromStretches(country, topic);
        }
        return fromArticles(everything ? filter : filter.cell(country, topic));
    }

    private List<Point> fromStretches(String country, String topic) {
        int row = number(articles.names().countries(), country);
        int column = number(articles.names().topics(), topic);
        List<Point> points = new ArrayList<>();
        for (long start = first(); start < span.toMillis(); start += step.toMillis()) {
            Instant begin = Instant.ofEpochMilli(start);
            Instant end = begin.plus(step);
            Numbers numbers = row < -1 || column < -1
                    ? Numbers.ZERO
                    : part(within(begin, end)).numbers(row, column);
            points.add(new Point(begin, end, numbers));
        }
        return points;
    }

    /** What a step holds of all cells, worked out once for all lines. */
    private Stretch part(Span step) {
        return parts.computeIfAbsent(step, span -> stretches.get(articles, span, filter));
    }

    /** The step, cut by the span unless nothing lies behind the cut. */
    private Span within(Instant begin, Instant end) {
        Instant from = begin.isBefore(span.from()) ? span.from() : begin;
        boolean last = end.isAfter(span.to());
        boolean nothingBehind = articles.newest().orElse(Long.MIN_VALUE) < span.toMillis();
        return new Span(from, last && !nothingBehind ? span.to() : end);
    }

    /** -1 for all, less for what never occurred. */
    private static int number(Names names, String name) {
        return name.equals(Cells.ALL) ? -1 : names.find(name).orElse(-2);
    }

    private long first() {
        return Math.floorDiv(span.fromMillis(), step.toMillis()) * step.toMillis();
    }

    private List<Point> fromArticles(Filter cell) {
        long length = step.toMillis();
        long first = first();
        int count = (int) ((span.toMillis() - first + length - 1) / length);
        Tally[] tallies = new Tally[count];
        for (ArticleEntry entry : ByStory.matching(articles, span, cell)) {
            int index = (int) ((entry.time() - first) / length);
            if (tallies[index] == null) {
                tallies[index] = new Tally();
            }
            tallies[index].add(entry);
        }
        List<Point> points = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Instant start = Instant.ofEpochMilli(first + i * length);
            points.add(new Point(start, start.plus(step), tallies[i] == null ? Numbers.ZERO : tallies[i].numbers()));
        }
        return points;
    }
}
