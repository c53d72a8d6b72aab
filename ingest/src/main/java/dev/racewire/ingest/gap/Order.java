// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.gap;

import dev.racewire.ingest.article.Sighting;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The order in which a feed shows its items. */
final class Order {

    private Order() {}

    /**
     * Whether the items go by date, newest first, give or take: two thirds of the neighbours are enough, for items are
     * pinned and dates are corrected. Without dates the order is taken on trust.
     */
    static boolean newestFirst(List<Sighting> answer) {
        List<Instant> dates = answer.stream()
                .map(Sighting::published)
                .filter(Objects::nonNull)
                .toList();
        int wrong = 0;
        for (int i = 1; i < dates.size(); i++) {
            wrong += dates.get(i).isAfter(dates.get(i - 1)) ? 1 : 0;
        }
        return wrong * 3 <= Math.max(0, dates.size() - 1);
    }

    /** Newest first where all have a date that has come; else as the feed shows them. */
    static List<Sighting> byDate(List<Sighting> sightings) {
        boolean dated = sightings.stream()
                .allMatch(s -> s.published() != null && !s.published().isAfter(s.fetched()));
        return dated
                ? sightings.stream()
                        .sorted(Comparator.comparing(Order::date).reversed())
                        .toList()
                : sightings;
    }

    private static Instant date(Sighting sighting) {
        return sighting.published() == null ? Instant.MIN : sighting.published();
    }
}
