// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.query;

import dev.racewire.dashboard.view.Articles;
import dev.racewire.dashboard.view.CountStore;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares what the dashboard counts in its articles with what the processor put into {@code racewire-counts}, for the
 * days just gone. Both travel on their own ways, so a cell counts as other only when two looks in a row find the same
 * two numbers in it.
 */
public final class Agreement {

    private static final int DAYS = 3;

    private final Stretches stretches = new Stretches();
    private Map<String, Difference> before = Map.of();
    private volatile List<Difference> differences = List.of();

    /**
     * A cell of a day in which the two differ.
     *
     * @param articlesHere articles that the dashboard counts
     * @param articlesThere articles that the processor counted
     */
    public record Difference(
            String country,
            String topic,
            Instant day,
            long articlesHere,
            long articlesThere,
            long storiesHere,
            long storiesThere) {}

    /** Looks again; to be called from time to time, by one thread. */
    public void look(Articles articles, CountStore counts, Instant now) {
        Map<String, Difference> found = new HashMap<>();
        Instant day = now.truncatedTo(ChronoUnit.DAYS);
        for (int back = 0; back < DAYS; back++) {
            compare(articles, counts, day.minus(Duration.ofDays(back)), found);
        }
        List<Difference> lasting = new ArrayList<>();
        found.forEach((cell, difference) -> {
            if (difference.equals(before.get(cell))) {
                lasting.add(difference);
            }
        });
        before = found;
        differences = List.copyOf(lasting);
    }

    /** Where the two differed at the last look and the one before. */
    public List<Difference> differences() {
        return differences;
    }

    private void compare(Articles articles, CountStore counts, Instant day, Map<String, Difference> found) {
        Span span = new Span(day, day.plus(Duration.ofDays(1)));
        if (span.fromMillis() < articles.edition().keptFrom()) {
            return;
        }
        Map<String, Numbers> here = new HashMap<>();
        Matrix.of(articles, span, Filter.NONE, stretches)
                .forEach(cell -> here.put(cell.country() + "|" + cell.topic(), cell.numbers()));
        Map<String, CountStore.Cell> there = new HashMap<>();
        counts.between("P1D", span.fromMillis(), span.toMillis())
                .forEach(cell -> there.put(cell.country() + "|" + cell.topic(), cell));
        there.forEach((name, cell) -> {
            Numbers own = here.getOrDefault(name, Numbers.ZERO);
            note(name, day, own, cell.articles(), cell.stories(), found);
        });
        here.forEach((name, own) -> {
            if (!there.containsKey(name)) {
                note(name, day, own, 0, 0, found);
            }
        });
    }

    private static void note(
            String name, Instant day, Numbers own, long articles, long stories, Map<String, Difference> found) {
        if (own.articles() != articles || own.stories() != stories) {
            int bar = name.indexOf('|');
            found.put(
                    name + day,
                    new Difference(
                            name.substring(0, bar),
                            name.substring(bar + 1),
                            day,
                            own.articles(),
                            articles,
                            own.stories(),
                            stories));
        }
    }
}
