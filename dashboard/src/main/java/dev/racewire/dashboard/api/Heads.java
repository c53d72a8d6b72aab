// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.api;

import dev.racewire.dashboard.query.Completeness;
import dev.racewire.dashboard.query.Filter;
import dev.racewire.dashboard.query.Span;
import dev.racewire.dashboard.view.Articles;
import dev.racewire.dashboard.view.CoverageStore;
import dev.racewire.dashboard.view.TaxonomyStore;
import dev.racewire.dashboard.view.View;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The heads of answers: sample label, state of the view, span, filter, completeness, taxonomy. */
final class Heads {

    private static final String HOURLY = "PT1H";
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final View view;
    private final Optional<String> sample;
    private final InstantSource clock;
    private final Completeness.FirstPolls firstPolls;
    private volatile @Nullable Known known;

    /** What was worked out a moment ago. */
    private record Known(long version, Instant at, Completeness completeness) {}

    Heads(View view, Optional<String> sample, InstantSource clock, Completeness.FirstPolls firstPolls) {
        this.view = view;
        this.sample = sample;
        this.clock = clock;
        this.firstPolls = firstPolls;
    }

    /** What every answer says. */
    Map<String, Object> plain() {
        Map<String, Object> head = new LinkedHashMap<>();
        sample.ifPresent(label -> head.put("sample", label));
        return head;
    }

    /** What an answer says that comes from the articles of a span. */
    Map<String, Object> of(Articles articles, Span span, Filter filter) {
        Map<String, Object> head = plain();
        Articles.Edition edition = articles.edition();
        head.put("asOf", edition.published());
        head.put("positions", edition.positions().toString());
        head.put("from", span.from());
        head.put("to", span.to());
        head.put("filter", filter(filter));
        Completeness completeness = completeness(filter);
        completeness.over(span).ifPresent(share -> head.put("completeness", rounded(share)));
        completeness
                .watchedSince()
                .filter(since -> since.isAfter(span.from()))
                .ifPresent(since -> head.put("watchedSince", since));
        head.put("articlesRead", articlesRead(span, filter));
        if (span.fromMillis() < edition.keptFrom()) {
            head.put("heldSince", Instant.ofEpochMilli(edition.keptFrom()));
        }
        rules(span, filter, head);
        view.feeds().listVersion().ifPresent(v -> head.put("feedList", v));
        head.put("permalink", permalink(span, filter));
        return head;
    }

    /** By which rules, how exact they are for what is asked, and where they changed within the span. */
    private void rules(Span span, Filter filter, Map<String, Object> head) {
        view.taxonomies().current().ifPresent(current -> {
            head.put("taxonomyVersion", current.version());
            current.accuracyOf(filter.language(), filter.topic())
                    .ifPresent(found -> head.put("accuracy", accuracy(found)));
        });
        List<String> breaks = view.taxonomies().all().stream()
                .map(TaxonomyStore.Version::inForceSince)
                .sorted()
                .skip(1) // before the first there were no other rules
                .filter(since -> since.isAfter(span.from()) && since.isBefore(span.to()))
                .map(Instant::toString)
                .toList();
        if (!breaks.isEmpty()) {
            head.put("taxonomyBreaks", breaks);
        }
    }

    private static Map<String, Object> accuracy(TaxonomyStore.Accuracy found) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("language", found.language());
        parts.put("topic", found.topic());
        parts.put("stories", found.n());
        parts.put("f1", rounded(found.f1()));
        parts.put("low", rounded(found.low()));
        parts.put("high", rounded(found.high()));
        return parts;
    }

    /** Where the page shows this, today and later. */
    private static String permalink(Span span, Filter filter) {
        StringBuilder address = new StringBuilder("/?from=" + span.from() + "&to=" + span.to());
        filter(filter)
                .forEach((name, value) -> address.append('&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8)));
        return address.toString();
    }

    /**
     * Everything that was read in the hours that the span touches, in scope or not, of the outlets and languages that the
     * filter names: the denominator of a share.
     */
    long articlesRead(Span span, Filter filter) {
        if (filter.language().isEmpty() && filter.outletCountry().isEmpty()) {
            return view.coverage().seen(HOURLY, startOfHour(span), span.toMillis());
        }
        return view.coverage().between(HOURLY, startOfHour(span), span.toMillis()).stream()
                .filter(row ->
                        filter.language().isEmpty() || filter.language().get().equals(row.language()))
                .filter(row -> filter.outletCountry().isEmpty()
                        || filter.outletCountry().get().equals(row.outletCountry()))
                .mapToLong(CoverageStore.Row::articlesSeen)
                .sum();
    }

    private static long startOfHour(Span span) {
        return Math.floorDiv(span.fromMillis(), HOUR) * HOUR;
    }

    /** What is known at this moment of gaps in those feeds that the filter's articles can come from. */
    Completeness completeness(Filter filter) {
        Instant now = clock.instant();
        long version = view.version();
        Known recent = known;
        if (recent == null
                || recent.version() != version
                || !recent.at().plusSeconds(1).isAfter(now)) {
            recent = new Known(
                    version,
                    now,
                    Completeness.of(view.feeds().all(), view.gaps().touching(Instant.EPOCH, now), now, firstPolls));
            known = recent;
        }
        return filter.equals(Filter.NONE)
                ? recent.completeness()
                : recent.completeness().only(filter::mayComeFrom);
    }

    static double rounded(double share) {
        return Math.round(share * 1000) / 1000.0;
    }

    private static Map<String, Object> filter(Filter filter) {
        Map<String, Object> parts = new LinkedHashMap<>();
        filter.country().ifPresent(value -> parts.put("country", value));
        filter.topic().ifPresent(value -> parts.put("topic", value));
        filter.language().ifPresent(value -> parts.put("language", value));
        filter.outletCountry().ifPresent(value -> parts.put("outletCountry", value));
        filter.outlet().ifPresent(value -> parts.put("outlet", value));
        filter.by().ifPresent(value -> parts.put("by", value.name().toLowerCase(Locale.ROOT)));
        if (filter.withoutStateMedia()) {
            parts.put("stateMedia", false);
        }
        if (filter.rivalry()) {
            parts.put("rivalry", true);
        }
        filter.text().ifPresent(value -> parts.put("q", value));
        if (filter.feeds().isPresent()) {
            parts.put("sameFeeds", true);
        }
        return parts;
    }
}
