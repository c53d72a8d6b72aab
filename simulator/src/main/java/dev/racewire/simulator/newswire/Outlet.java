// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.newswire;

import java.util.Map;
import java.util.TreeMap;

/**
 * An invented outlet with one feed. Two neighbouring outlets have one publisher; every fifth is state media.
 *
 * @param number its number
 */
public record Outlet(int number) {

    /** How many there are. */
    static final int COUNT = 40;

    public String feedUrl() {
        return "https://" + name() + ".example/feed";
    }

    public String name() {
        return "outlet-" + number;
    }

    public String publisher() {
        return "House " + number / 2;
    }

    public boolean stateMedia() {
        return number % 5 == 0;
    }

    /** Code of the country of its seat. */
    public String country() {
        Map<String, String> countries = new TreeMap<>(Tongue.all().get(0).countries());
        return countries.keySet().stream()
                .skip(number % countries.size())
                .findFirst()
                .orElseThrow();
    }
}
