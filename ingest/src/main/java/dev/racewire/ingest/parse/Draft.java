// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What was found so far of one feed or one item: for every field the best candidate. */
class Draft {
    private record Candidate(Object value, int rank) {}

    private final Map<Field, Candidate> best = new EnumMap<>(Field.class);

    /** Takes the value when nothing better is there. */
    final void offer(Field field, int rank, Object value) {
        if (wants(field, rank)) {
            best.put(field, new Candidate(value, rank));
        }
    }

    /** Takes the value when nothing better is there; of equals the last. */
    final void replace(Field field, int rank, Object value) {
        offer(field, rank - 1, value);
        best.computeIfPresent(field, (f, taken) -> taken.value() == value ? new Candidate(value, rank) : taken);
    }

    /** False when something at least as good is there. */
    final boolean wants(Field field, int rank) {
        Candidate candidate = best.get(field);
        return candidate == null || rank < candidate.rank();
    }

    final boolean isEmpty() {
        return best.isEmpty();
    }

    private <T> @Nullable T get(Field field, Class<T> type) {
        Candidate candidate = best.get(field);
        return candidate == null ? null : type.cast(candidate.value());
    }

    final @Nullable Markup text(Field field) {
        return get(field, Markup.class);
    }

    final @Nullable String word(Field field) {
        return get(field, String.class);
    }

    final @Nullable Instant date(Field field) {
        return get(field, Instant.class);
    }

    final @Nullable Reference reference(Field field) {
        return get(field, Reference.class);
    }

    /** An address as written, with the base that is in force where it stands. */
    record Reference(String href, @Nullable String base) {}

    /** A feed under construction. */
    static final class Feed extends Draft {
        final List<Draft> items = new ArrayList<>();
        final Set<Integer> skipHours = new TreeSet<>();
        final Set<DayOfWeek> skipDays = EnumSet.noneOf(DayOfWeek.class);
        private boolean complete = true;
        private String warning = "";

        /** From here on items may be missing. */
        void breakOff(String why) {
            complete = false;
            warning = warning.isEmpty() ? why : warning;
        }

        /** Keeps the newest items, in their order, when there are more; the undated are the oldest. */
        void keepNewest(int most) {
            if (items.size() <= most) {
                return;
            }
            breakOff("of " + items.size() + " items only the newest " + most + " are kept");
            Set<Draft> newest = Collections.newSetFromMap(new IdentityHashMap<>());
            items.stream()
                    .sorted(Comparator.comparing(Feed::moment).reversed())
                    .limit(most)
                    .forEach(newest::add);
            items.retainAll(newest);
        }

        private static Instant moment(Draft item) {
            Instant published = item.date(Field.PUBLISHED);
            Instant date = published == null ? item.date(Field.UPDATED) : published;
            return date == null ? Instant.MIN : date;
        }

        /** Forgets an item whose end was never read. */
        void forget(Draft item) {
            items.removeIf(other -> other == item);
        }

        boolean complete() {
            return complete;
        }

        String warning() {
            return warning;
        }
    }
}
