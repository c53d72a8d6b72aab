// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.view;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Small numbers for names that repeat: countries, topics, publishers, languages. Numbers are given out in order from 0
 * and never change. One thread adds, any thread reads.
 */
public final class Names {

    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private volatile String[] names = new String[16];
    private volatile int size;

    /** The number of that name, a new one when it has none yet. */
    int number(String name) {
        Integer known = numbers.get(name);
        if (known != null) {
            return known;
        }
        int next = size;
        if (next == names.length) {
            names = Arrays.copyOf(names, next * 2);
        }
        names[next] = name;
        size = next + 1;
        numbers.put(name, next);
        return next;
    }

    /** The number of that name, or empty when it never occurred. */
    public OptionalInt find(String name) {
        Integer known = numbers.get(name);
        return known == null ? OptionalInt.empty() : OptionalInt.of(known);
    }

    public String name(int number) {
        return names[number];
    }

    /** How many names have a number. */
    public int size() {
        return size;
    }
}
