// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.query;

import dev.racewire.dashboard.view.ArticleEntry;
import dev.racewire.dashboard.view.Articles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A cell over time: one point a step, each distinct within its step; empty steps are points too. */
public final class Series {

    /** One step. */
    public record Point(Instant start, Instant end, Numbers numbers) {}

    private Series() {}

    /** The points of the span; the first and the last may be cut by it. Steps start at multiples of the step, in UTC. */
    public static List<Point> of(Articles articles, Span span, Filter filter, Duration step) {
        long length = step.toMillis();
        long first = Math.floorDiv(span.fromMillis(), length) * length;
        int count = (int) ((span.toMillis() - first + length - 1) / length);
        Tally[] tallies = new Tally[count];
        for (ArticleEntry entry : ByStory.matching(articles, span, filter.on(articles))) {
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
