// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.util.Locale;

/** Writes a country's or city's name as a term that fits how its language bends words. */
final class NameForms {

    private static final String VOWELS = "aeiouyáéíóúýàèòâêôăîąęěůőűäöåаеёиоуыэюяіїєйьъαεηιουωάέήίόύώςσ";
    private static final int SHORTEST_STEM = 4;

    private NameForms() {}

    static String term(String name, Language language) {
        boolean cased = Character.isUpperCase(name.charAt(0)) || Character.isLowerCase(name.charAt(0));
        if (language.trimmed()) {
            String stem = stem(name);
            // A short beginning fits too many words ("Samo" for Samoa): the whole name then, with its capital.
            return stem.length() <= SHORTEST_STEM + 1 ? "=" + name + "*" : stem;
        }
        return (cased ? "=" : "") + name + (language.openEnded() ? "*" : "");
    }

    /** Each word without its last vowel and with a star, so that "Южная Корея" finds "Южной Корее". */
    private static String stem(String name) {
        StringBuilder term = new StringBuilder();
        for (String word : name.split("[ -]", -1)) {
            if (term.length() > 0) {
                term.append(' ');
            }
            term.append(stemWord(word));
        }
        return term.toString();
    }

    private static String stemWord(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        int end = word.length();
        while (end > SHORTEST_STEM && VOWELS.indexOf(lower.charAt(end - 1)) >= 0 && word.length() - end < 2) {
            end--;
        }
        return end < SHORTEST_STEM ? word : word.substring(0, end) + "*";
    }
}
