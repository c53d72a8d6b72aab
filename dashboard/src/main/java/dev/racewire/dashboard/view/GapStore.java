// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.view;

import dev.racewire.schemas.Gap;
import dev.racewire.schemas.GapReason;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Spans of time in which items of a feed may have been missed; the newest of them. */
public final class GapStore {

    private final int capacity;
    private final Deque<Entry> gaps = new ArrayDeque<>();

    /** A gap of a feed. */
    public record Entry(String feedUrl, Instant from, Instant to, GapReason reason, String detail) {}

    GapStore(int capacity) {
        this.capacity = capacity;
    }

    synchronized void apply(Gap gap) {
        if (gaps.size() == capacity) {
            gaps.removeFirst();
        }
        gaps.addLast(new Entry(gap.getFeedUrl(), gap.getFrom(), gap.getTo(), gap.getReason(), gap.getDetail()));
    }

    /** Gaps that touch the span, as they were reported. */
    public synchronized List<Entry> touching(Instant from, Instant to) {
        return gaps.stream()
                .filter(gap -> gap.from().isBefore(to) && gap.to().isAfter(from))
                .toList();
    }
}
