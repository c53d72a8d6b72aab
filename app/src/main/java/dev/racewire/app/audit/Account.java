// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.audit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where all retained articles are.
 *
 * @param sightings records of {@code racewire-articles} that were read
 * @param fates how many articles have which fate
 * @param unreadable records that are no articles; each is set aside, or unexplained
 * @param unexplained the ids of those that nothing explains
 */
public record Account(long sightings, Map<Fate, Long> fates, long unreadable, List<String> unexplained) {

    public Account {
        fates = new EnumMap<>(fates);
        unexplained = List.copyOf(unexplained);
    }

    /** How many articles there are. */
    public long articles() {
        return fates.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether every article is accounted for. */
    public boolean clean() {
        return unexplained.isEmpty();
    }
}
