// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.api;

import dev.racewire.dashboard.query.Completeness;
import dev.racewire.dashboard.query.Cursor;
import dev.racewire.dashboard.query.Filter;
import dev.racewire.dashboard.query.Page;
import dev.racewire.dashboard.query.Span;
import dev.racewire.runtime.config.Durations;
import dev.racewire.schemas.ActorKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reads the parameters that resources share: the span of time, the filter, the place in a list. */
final class Questions {

    static final Set<String> SPAN = Set.of("window", "from", "to");
    static final Set<String> FILTER =
            Set.of("country", "topic", "language", "outletCountry", "outlet", "by", "stateMedia", "rivalry", "q");
    /** Leaves only feeds that were read from the beginning of the span on; not for the stream, which has no span. */
    static final String SAME_FEEDS = "sameFeeds";

    /** What a question about the articles of a span takes. */
    static final Set<String> OVER_A_SPAN = union(union(SPAN, FILTER), Set.of(SAME_FEEDS));
    /** The same, for answers that come in pages. */
    static final Set<String> LISTING = union(OVER_A_SPAN, Set.of("cursor", "limit"));

    private static final Duration DEFAULT_WINDOW = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(400);
    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 500;

    private final Vocabulary vocabulary;
    private final InstantSource clock;
    private final Supplier<Completeness> watched;

    Questions(Vocabulary vocabulary, InstantSource clock, Supplier<Completeness> watched) {
        this.vocabulary = vocabulary;
        this.clock = clock;
        this.watched = watched;
    }

    /** {@code from} and {@code to}, or the last {@code window} up to the end of this minute. */
    Span span(Parameters parameters) {
        return span(parameters, DEFAULT_WINDOW);
    }

    /** The same with another length of time where none is given. */
    Span span(Parameters parameters, Duration preset) {
        Optional<Instant> from = parameters.instant("from");
        Optional<Instant> to = parameters.instant("to");
        Optional<String> window = parameters.text("window");
        if (window.isPresent() && from.isPresent() && to.isPresent()) {
            throw range("window, from and to can't all be given: two of them make a span");
        }
        Duration length = window.map(Questions::window).orElse(preset);
        if (from.isPresent() && window.isPresent()) {
            return span(from.get(), from.get().plus(length));
        }
        Instant end = to.orElseGet(
                () -> clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES));
        return span(from.orElseGet(() -> end.minus(length)), end);
    }

    private static Duration window(String text) {
        try {
            Duration window = Durations.parse(text);
            if (!window.isZero() && window.compareTo(LONGEST) <= 0) {
                return window;
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the message that names the form.
        }
        throw new Problem(
                Problem.Kind.UNKNOWN_WINDOW,
                "window is a length of time such as 1h, 24h, 7d, 30d or PT6H, at most " + LONGEST.toDays()
                        + " days, not '" + Parameters.shortened(text) + "'");
    }

    private static Span span(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            throw range("from must come before to");
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw range("a span has at most " + LONGEST.toDays() + " days");
        }
        return new Span(from, to);
    }

    private static Problem range(String detail) {
        return new Problem(Problem.Kind.BAD_RANGE, detail);
    }

    /** The filter of a question about a span. */
    Filter filter(Parameters parameters, Span span) {
        Filter filter = filter(parameters);
        return parameters.flag(SAME_FEEDS) ? filter.of(watched.get().feedsWatchedSince(span.from())) : filter;
    }

    Filter filter(Parameters parameters) {
        return new Filter(
                parameters.text("country").map(vocabulary::country),
                parameters.text("topic").map(vocabulary::topic),
                parameters.text("language").map(vocabulary::language),
                parameters.text("outletCountry").map(vocabulary::country),
                parameters.text("outlet"),
                parameters.text("by").map(Questions::actor),
                parameters.text("stateMedia").isPresent() && !parameters.flag("stateMedia"),
                parameters.flag("rivalry"),
                parameters.text("q"),
                Optional.empty());
    }

    private static ActorKind actor(String text) {
        for (ActorKind kind : ActorKind.values()) {
            if (kind != ActorKind.UNKNOWN
                    && kind.name().toLowerCase(Locale.ROOT).equals(text)) {
                return kind;
            }
        }
        String kinds = Arrays.stream(ActorKind.values())
                .filter(kind -> kind != ActorKind.UNKNOWN)
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        throw Parameters.bad("by", "is one of " + kinds + ", not '" + Parameters.shortened(text) + "'");
    }

    Page page(Parameters parameters) {
        Cursor after = parameters
                .text("cursor")
                .map(text -> Cursor.parse(text)
                        .orElseThrow(() -> new Problem(
                                Problem.Kind.BAD_CURSOR,
                                "cursor is what an answer called next, not '" + Parameters.shortened(text) + "'")))
                .orElse(null);
        return new Page(after, parameters.integer("limit", DEFAULT_LIMIT, 1, MOST));
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(more);
        return Set.copyOf(all);
    }
}
