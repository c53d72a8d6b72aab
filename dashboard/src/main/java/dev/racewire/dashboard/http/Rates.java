// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many requests each address may make: so many a second, and ten seconds' worth at once. Each request fills the
 * address's vessel by one, and time empties it.
 */
final class Rates {

    private static final int SECONDS_AT_ONCE = 10;

    /** Addresses that are remembered; a full vessel is empty again after ten seconds anyway. */
    private static final int ADDRESSES = 10_000;

    private final double perNano;
    private final double capacity;
    private final Map<String, Vessel> vessels = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Vessel> eldest) {
            return size() > ADDRESSES;
        }
    };

    private record Vessel(double level, long at) {}

    Rates(int perSecond) {
        this.perNano = perSecond / (double) Duration.ofSeconds(1).toNanos();
        this.capacity = (double) perSecond * SECONDS_AT_ONCE;
    }

    /** Whether the address may ask once more at that moment. */
    synchronized boolean admit(String address, long nanos) {
        Vessel before = vessels.getOrDefault(address, new Vessel(0, nanos));
        double level = Math.max(0, before.level() - (nanos - before.at()) * perNano);
        boolean room = level + 1 <= capacity;
        vessels.put(address, new Vessel(room ? level + 1 : level, nanos));
        return room;
    }
}
