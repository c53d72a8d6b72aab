// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.view;

import java.util.HashSet;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * The pieces of folded text that a search looks up: three letters, or two characters of scripts without spaces, as one of
 * {@value #NUMBERS} numbers. A text that contains a word has all pieces of the word; the reverse has to be tested. See
 * docs/adr/064.
 */
public final class Pieces {

    static final int NUMBERS = 1024;

    /** From here on stand Chinese, Japanese and what comes in pairs: one character says as much as three letters. */
    private static final char DENSE = '\u2e80';

    private Pieces() {}

    /** The traits of every text that contains the word, whatever stands around it; none for a word of two letters. */
    public static Set<Trait> of(String word) {
        Set<Trait> traits = new HashSet<>();
        each(word, number -> traits.add(new Trait(Trait.Kind.TEXT, number)));
        return traits;
    }

    /** Each piece, some more than once. What a piece is depends on its own characters only. */
    static void each(String text, IntConsumer action) {
        for (int i = 0; i + 1 < text.length(); i++) {
            char first = text.charAt(i);
            char second = text.charAt(i + 1);
            if (first <= ' ' || second <= ' ') {
                continue;
            }
            if (first >= DENSE) {
                if (second >= DENSE) {
                    action.accept(number(first, second, 0));
                }
            } else if (i + 2 < text.length() && text.charAt(i + 2) > ' ') {
                action.accept(number(first, second, text.charAt(i + 2)));
            }
        }
    }

    private static int number(int first, int second, int third) {
        int mixed = ((first * 31 + second) * 31 + third) * 0x9E3779B1;
        return mixed >>> 22; // the upper ten bits are the best mixed ones
    }
}
