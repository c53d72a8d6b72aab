// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.topology;

import dev.racewire.schemas.StateMedia;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The oracle: keeps every sighting as it was shown and recomputes all cells from nothing. It shares no code with the
 * processor and does no arithmetic on cells: it lists who is in them.
 */
final class Ledger {

    private final Map<String, Entry> entries = new HashMap<>();

    void show(Sighting sighting) {
        entries.computeIfAbsent(sighting.id(), id -> new Entry(sighting)).see(sighting);
    }

    void withdraw(String id) {
        Entry entry = entries.get(id);
        if (entry != null) {
            entry.withdrawn = true;
        }
    }

    /** Cell to "articles publishers rivalries stateMedia" of those in it now. */
    Map<String, String> cells() {
        Map<String, List<Sighting>> members = new TreeMap<>();
        for (Entry entry : entries.values()) {
            if (entry.counts()) {
                cellsOf(entry)
                        .forEach(cell -> members.computeIfAbsent(cell, key -> new ArrayList<>())
                                .add(entry.current));
            }
        }
        Map<String, String> cells = new TreeMap<>();
        members.forEach((cell, articles) -> cells.put(
                cell,
                articles.size()
                        + " "
                        + new HashSet<>(articles.stream()
                                        .map(Sighting::publisher)
                                        .toList())
                                .size()
                        + " "
                        + articles.stream()
                                .filter(a -> a.labels().endsWith("rivalry"))
                                .count()
                        + " "
                        + articles.stream()
                                .filter(a -> a.stateMedia() == StateMedia.YES)
                                .count()));
        return cells;
    }

    private static Set<String> cellsOf(Entry entry) {
        String[] words = entry.current.labels().split(" ", -1);
        Set<String> countries = new HashSet<>(Arrays.asList((words[1] + ",*").split(",", -1)));
        Set<String> topics = new HashSet<>(Arrays.asList((words[2] + ",*").split(",", -1)));
        Set<String> cells = new HashSet<>();
        for (String country : countries) {
            for (String topic : topics) {
                cells.add(country + "|" + topic + "|PT1H|" + entry.time.truncatedTo(ChronoUnit.HOURS));
                cells.add(country + "|" + topic + "|P1D|"
                        + entry.time.atZone(ZoneOffset.UTC).toLocalDate() + "T00:00:00Z");
            }
        }
        cells.removeIf(cell -> cell.startsWith(".|") || cell.contains("|.|"));
        return cells;
    }

    /** An article as the ledger knows it. */
    private static final class Entry {

        private final Sighting first;
        private final Instant time;
        private final boolean counted;
        private Sighting current;
        private Instant newest;
        private boolean withdrawn;

        Entry(Sighting first) {
            this.first = first;
            current = first;
            newest = first.fetched();
            @Nullable Instant date = first.dated() ? first.published() : null;
            if (date != null && date.compareTo(first.fetched().plus(10, ChronoUnit.MINUTES)) > 0) {
                date = null;
            }
            time = date == null ? first.fetched() : date;
            counted = date == null
                    ? !first.backfill()
                    : !date.plus(Duration.ofDays(30)).isBefore(first.fetched());
        }

        void see(Sighting sighting) {
            boolean settled = sighting.fetched().minus(Duration.ofDays(30)).isAfter(time);
            if (withdrawn || settled || !sighting.feed().equals(first.feed())) {
                return;
            }
            if (sighting.labels().equals(current.labels())) {
                newest = sighting.fetched().isAfter(newest) ? sighting.fetched() : newest;
            } else if (sighting.fetched().isAfter(newest)) {
                current = sighting;
                newest = sighting.fetched();
            }
        }

        boolean counts() {
            return counted && !withdrawn && !current.labels().endsWith("-");
        }
    }
}
