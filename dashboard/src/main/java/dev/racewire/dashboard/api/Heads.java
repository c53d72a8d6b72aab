// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.api;

import dev.racewire.dashboard.query.Filter;
import dev.racewire.dashboard.query.Span;
import dev.racewire.dashboard.view.Articles;
import dev.racewire.dashboard.view.CoverageStore;
import dev.racewire.dashboard.view.TaxonomyStore;
import dev.racewire.dashboard.view.View;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The heads of answers: sample label, state of the view, span, filter, completeness, taxonomy. */
final class Heads {

    private static final String HOURLY = "PT1H";

    private final View view;
    private final Optional<String> sample;

    Heads(View view, Optional<String> sample) {
        this.view = view;
        this.sample = sample;
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
        completeness(span).ifPresent(share -> head.put("completeness", share));
        if (span.fromMillis() < edition.keptFrom()) {
            head.put("heldSince", Instant.ofEpochMilli(edition.keptFrom()));
        }
        view.taxonomies().current().map(TaxonomyStore.Version::version).ifPresent(v -> head.put("taxonomyVersion", v));
        return head;
    }

    /** Share of the polls that were due in the span and were read to their end; empty when nothing is known of it. */
    Optional<Double> completeness(Span span) {
        List<CoverageStore.Row> rows = view.coverage().between(HOURLY, span.fromMillis(), span.toMillis());
        long due = rows.stream().mapToLong(CoverageStore.Row::feedsDue).sum();
        long read = rows.stream().mapToLong(CoverageStore.Row::feedsRead).sum();
        return due == 0 ? Optional.empty() : Optional.of(Math.round(1000.0 * read / due) / 1000.0);
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
        return parts;
    }
}
