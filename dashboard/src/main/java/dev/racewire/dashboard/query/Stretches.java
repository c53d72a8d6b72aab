// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.query;

import dev.racewire.dashboard.view.Articles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stretches of whole quarters of a day and whole days, kept for the filters that were asked for last, until an article
 * in them or before them changes. They make a month as cheap as a morning. See docs/adr/066.
 */
public final class Stretches {

    static final Duration DAY = Duration.ofDays(1);
    static final Duration QUARTER = Duration.ofHours(6);

    private static final int FILTERS = 6;
    private static final int STRETCHES = 400;

    private final Map<Filter, Map<Span, Kept>> kept = new LinkedHashMap<>(16, 0.75f, true);

    private record Kept(Stretch stretch, long version) {}

    /** The stretches that together are the span. */
    List<Stretch> of(Articles articles, Span span, Filter filter) {
        return parts(articles, span).stream()
                .map(part -> get(articles, part, filter))
                .toList();
    }

    /** The stretch; kept when it is a whole day or quarter. */
    Stretch get(Articles articles, Span span, Filter filter) {
        if (!isWhole(span, DAY) && !isWhole(span, QUARTER)) {
            return Stretch.of(articles, span, filter);
        }
        Map<Span, Kept> own = own(filter);
        long version = articles.versionUpTo(span.toMillis());
        Kept known = own.get(span);
        if (known != null && known.version() == version) {
            return known.stretch();
        }
        if (own.size() > STRETCHES) {
            own.clear();
        }
        // One works it out; others that ask for the same wait for it instead of doing it too.
        return Objects.requireNonNull(own.compute(
                        span,
                        (key, other) -> other != null && other.version() == version
                                ? other
                                : new Kept(Stretch.of(articles, span, filter), version)))
                .stretch();
    }

    private Map<Span, Kept> own(Filter filter) {
        synchronized (kept) {
            Map<Span, Kept> own = kept.computeIfAbsent(filter, f -> new ConcurrentHashMap<>());
            if (kept.size() > FILTERS) {
                kept.remove(kept.keySet().iterator().next());
            }
            return own;
        }
    }

    private static boolean isWhole(Span span, Duration length) {
        return span.length().equals(length) && span.fromMillis() % length.toMillis() == 0;
    }

    /** Days where they fit, quarters of days around them, and what is left at both ends. */
    private static List<Span> parts(Articles articles, Span span) {
        long newest = articles.newest().orElse(Long.MIN_VALUE);
        List<Span> parts = new ArrayList<>();
        long at = span.fromMillis();
        while (at < span.toMillis()) {
            long next = end(at, span.toMillis(), newest);
            parts.add(new Span(Instant.ofEpochMilli(at), Instant.ofEpochMilli(next)));
            at = next;
        }
        return parts;
    }

    private static long end(long at, long to, long newest) {
        for (Duration length : List.of(DAY, QUARTER)) {
            long millis = length.toMillis();
            boolean fits = at + millis <= to || newest < to;
            if (at % millis == 0 && fits) {
                return at + millis;
            }
        }
        long quarter = QUARTER.toMillis();
        return Math.min(to, (Math.floorDiv(at, quarter) + 1) * quarter);
    }
}
