// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.util.Arrays;
import java.util.List;

/**
 * All terms in one trie over folded UTF-16 units. States are numbers; what the walk asks of one lies side by side in one
 * array, since a miss of the cache costs more than the rest of a step. Most states have one transition, which is kept
 * beside the state; the others stand in one open-addressing table.
 */
final class TermTrie {

    /** Stands in a key for the rest of a word: "export* control" matches "exports control". */
    static final char REST = '\uffff';

    private static final int NONE = 0;
    private static final int ROOT = 1;
    /** Longest rest of a word that is skipped, and most blanks between two words. */
    private static final int LONGEST_REST = 24;

    private static final int MOST_BLANKS = 8;

    private static final int WIDTH = 4;
    /** Number of the first term that ends here. */
    private static final int TERM = 0;
    /** State after the rest of a word. */
    private static final int REST_NEXT = 1;
    /** State after the only or first unit that goes on from here. */
    private static final int ONLY_NEXT = 2;
    /** That unit, and whether there are others. */
    private static final int ONLY_UNIT = 3;

    private static final int BRANCHES = 1 << 16;

    private final int[] rootNext = new int[1 << 16];
    private long[] keys = new long[1 << 16];
    private int[] targets = new int[1 << 16];
    private int states = ROOT + 1;
    private int transitions;
    /** {@link #WIDTH} numbers for each state. */
    private int[] nodes = new int[WIDTH << 12];

    private int[] nextTerm;
    private final List<Term> terms;
    /** What decides on a term, side by side by its number: the terms themselves lie too far apart for the cache. */
    private final long[] languagesOf;

    private final long[] capitalsOf;
    private final boolean[] prefixes;

    TermTrie(List<Term> terms) {
        this.terms = List.copyOf(terms);
        this.nextTerm = new int[terms.size() + 1];
        this.languagesOf = new long[terms.size() + 1];
        this.capitalsOf = new long[terms.size() + 1];
        this.prefixes = new boolean[terms.size() + 1];
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            languagesOf[i + 1] = term.languages();
            capitalsOf[i + 1] = term.capitals();
            prefixes[i + 1] = term.prefix();
            insert(term.key(), i + 1);
        }
        nodes = Arrays.copyOf(nodes, states * WIDTH);
    }

    int states() {
        return states;
    }

    /** Adds the terms that start there in the text and are of these languages. */
    void match(FoldedText text, TextField field, int start, long languages, List<Hit> hits) {
        walk(text, field, start, start, ROOT, languages, hits);
    }

    private void walk(
            FoldedText text, TextField field, int start, int from, int entry, long languages, List<Hit> hits) {
        char[] units = text.units();
        int length = text.length();
        int state = entry;
        int at = from;
        while (true) {
            int node = state * WIDTH;
            if (nodes[node + TERM] != NONE) {
                emit(text, field, start, at, nodes[node + TERM], languages, hits);
            }
            if (nodes[node + REST_NEXT] != NONE) {
                walk(text, field, start, restEnd(units, at, length), nodes[node + REST_NEXT], languages, hits);
            }
            if (at == length) {
                return;
            }
            char unit = units[at];
            state = next(state, unit);
            if (state == NONE) {
                return;
            }
            at++;
            if (unit == ' ') {
                int limit = Math.min(length, at + MOST_BLANKS);
                while (at < limit && units[at] == ' ') {
                    at++;
                }
            }
        }
    }

    private void emit(FoldedText text, TextField field, int start, int end, int first, long languages, List<Hit> hits) {
        char[] units = text.units();
        boolean wordGoesOn = end < text.length() && Units.together(units[end - 1], units[end]);
        for (int i = first; i != NONE; i = nextTerm[i]) {
            if ((languagesOf[i] & languages) != 0
                    && (!wordGoesOn || prefixes[i])
                    && (capitalsOf[i] == 0 || capitalsFit(text, start, capitalsOf[i]))) {
                hits.add(new Hit(terms.get(i - 1), field, start, end));
            }
        }
    }

    private static boolean capitalsFit(FoldedText text, int start, long capitals) {
        for (long rest = capitals; rest != 0; rest &= rest - 1) {
            int at = start + Long.numberOfTrailingZeros(rest);
            if (at >= text.length() || !text.capitalAt(at)) {
                return false;
            }
        }
        return true;
    }

    private static int restEnd(char[] units, int from, int length) {
        int limit = Math.min(length, from + LONGEST_REST);
        int at = from;
        while (at < limit && Units.word(units[at])) {
            at++;
        }
        return at;
    }

    private int next(int state, char unit) {
        if (state == ROOT) {
            return rootNext[unit];
        }
        int node = state * WIDTH;
        int only = nodes[node + ONLY_UNIT];
        if ((char) only == unit) {
            return nodes[node + ONLY_NEXT];
        }
        if (only < BRANCHES) {
            return NONE;
        }
        long key = (((long) state << 16) | unit) + 1;
        int mask = keys.length - 1;
        int slot = slot(key, mask);
        while (keys[slot] != 0) {
            if (keys[slot] == key) {
                return targets[slot];
            }
            slot = (slot + 1) & mask;
        }
        return NONE;
    }

    private void insert(String key, int term) {
        int state = ROOT;
        for (int i = 0; i < key.length(); i++) {
            char unit = key.charAt(i);
            int next = unit == REST ? nodes[state * WIDTH + REST_NEXT] : next(state, unit);
            if (next == NONE) {
                next = newState();
                link(state, unit, next);
            }
            state = next;
        }
        nextTerm[term] = nodes[state * WIDTH + TERM];
        nodes[state * WIDTH + TERM] = term;
    }

    private int newState() {
        if (states * WIDTH == nodes.length) {
            nodes = Arrays.copyOf(nodes, nodes.length * 2);
        }
        return states++;
    }

    private void link(int state, char unit, int next) {
        int node = state * WIDTH;
        if (unit == REST) {
            nodes[node + REST_NEXT] = next;
        } else if (state == ROOT) {
            rootNext[unit] = next;
        } else if (nodes[node + ONLY_NEXT] == NONE) {
            nodes[node + ONLY_UNIT] = unit;
            nodes[node + ONLY_NEXT] = next;
        } else {
            nodes[node + ONLY_UNIT] |= BRANCHES;
            if (++transitions * 2 > keys.length) {
                grow();
            }
            put((((long) state << 16) | unit) + 1, next);
        }
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldTargets = targets;
        keys = new long[oldKeys.length * 2];
        targets = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                put(oldKeys[i], oldTargets[i]);
            }
        }
    }

    private void put(long key, int target) {
        int mask = keys.length - 1;
        int slot = slot(key, mask);
        while (keys[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        keys[slot] = key;
        targets[slot] = target;
    }

    private static int slot(long key, int mask) {
        long mixed = key * 0x9e3779b97f4a7c15L;
        return (int) (mixed >>> 40) & mask;
    }
}
