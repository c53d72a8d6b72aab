// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.view;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The articles of one hour of event time, oldest first, with an index of who has which {@link Trait}. Never changes; a
 * part of the index is made when it is first asked for.
 */
final class Hour {

    /** So few articles are read faster than looked up. */
    private static final int FEW = 64;

    private final ArticleEntry[] entries;
    private final Map<Trait.Kind, Places> index = new ConcurrentHashMap<>();

    /** The places at which traits of one kind stand, by the traits' numbers. */
    private static final class Places {

        private final int size;
        private BitSet[] sets = new BitSet[16];

        Places(int size) {
            this.size = size;
        }

        void add(int number, int place) {
            if (number >= sets.length) {
                sets = Arrays.copyOf(sets, Math.max(number + 1, sets.length * 2));
            }
            if (sets[number] == null) {
                sets[number] = new BitSet(size);
            }
            sets[number].set(place);
        }

        @Nullable
        BitSet of(int number) {
            return number < 0 || number >= sets.length ? null : sets[number];
        }
    }

    /** An hour with these articles, which are in order. */
    Hour(List<ArticleEntry> entries) {
        this.entries = entries.toArray(ArticleEntry[]::new);
    }

    int size() {
        return entries.length;
    }

    ArticleEntry get(int place) {
        return entries[place];
    }

    List<ArticleEntry> entries() {
        return List.of(entries);
    }

    /** Places of all articles that have those traits, and perhaps of some that have not. */
    BitSet having(Set<Trait> traits) {
        BitSet found = new BitSet(entries.length);
        found.set(0, entries.length);
        if (entries.length < FEW) {
            return found;
        }
        for (Trait trait : traits) {
            BitSet places = places(trait.kind()).of(trait.number());
            if (places == null) {
                return new BitSet();
            }
            found.and(places);
        }
        return found;
    }

    private Places places(Trait.Kind kind) {
        return index.computeIfAbsent(kind, wanted -> {
            Places fresh = new Places(entries.length);
            for (int i = 0; i < entries.length; i++) {
                int place = i;
                wanted.each(entries[i], number -> fresh.add(number, place));
            }
            return fresh;
        });
    }
}
