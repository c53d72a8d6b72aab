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
     * Whether the items go by date, in either direction, give or take: two thirds of the neighbours are enough, for items
     * are pinned and dates are corrected. Without dates the order is taken on trust.
     */
    static boolean chronological(List<Sighting> answer) {
        List<Instant> dates = answer.stream()
                .map(Sighting::published)
                .filter(Objects::nonNull)
                .toList();
        int rising = 0;
        int falling = 0;
        for (int i = 1; i < dates.size(); i++) {
            int step = dates.get(i).compareTo(dates.get(i - 1));
            rising += step > 0 ? 1 : 0;
            falling += step < 0 ? 1 : 0;
        }
        return Math.min(rising, falling) * 3 <= Math.max(0, dates.size() - 1);
    }

    /** Whether the newest items stand in front, so that a cut takes the old ones. */
    static boolean newestFirst(List<Sighting> answer) {
        List<Instant> dates = answer.stream()
                .map(Sighting::published)
                .filter(Objects::nonNull)
                .toList();
        int last = dates.size() - 1;
        return chronological(answer) && (last < 1 || !dates.get(last).isAfter(dates.get(0)));
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
