// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.news;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Publications written down one by one, beforehand or while the feed is served. */
public final class Script implements News {

    private record Line(Instant visible, Item item, OptionalInt replaces) {}

    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Integer> latestById = new HashMap<>();

    /**
     * Adds a publication. An item with an id that was published before is an edit and takes the earlier one's place.
     *
     * @throws IllegalArgumentException when it becomes visible before the last one
     */
    public synchronized Script publish(Instant visible, Item item) {
        if (!lines.isEmpty() && visible.isBefore(lines.get(lines.size() - 1).visible())) {
            throw new IllegalArgumentException("publications come in the order of their times: " + item.id());
        }
        Integer earlier = latestById.put(item.id(), lines.size());
        lines.add(new Line(visible, item, earlier == null ? OptionalInt.empty() : OptionalInt.of(earlier)));
        return this;
    }

    @Override
    public synchronized Instant visible(int number) {
        return number < lines.size() ? lines.get(number).visible() : Instant.MAX;
    }

    @Override
    public synchronized Item item(int number) {
        return lines.get(number).item();
    }

    @Override
    public synchronized OptionalInt replaces(int number) {
        return lines.get(number).replaces();
    }
}
