// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.util.ArrayList;
import java.util.List;

/**
 * The little grammar of terms: {@code foo} word, {@code foo*} word with that beginning, {@code ex* foo} beginning within
 * a phrase, {@code foo$} nothing may follow, {@code =Foo} with the capitals as written, {@code +foo} strong,
 * {@code ~foo} weak.
 */
record TermSyntax(String text, double factor, boolean weak, boolean exactCase, boolean prefix, boolean whole) {

    private static final double STRONG = 2;
    private static final double WEAK = 0.5;

    static TermSyntax parse(String written) {
        String text = written.strip();
        double factor = 1;
        boolean weak = false;
        boolean exactCase = false;
        while (!text.isEmpty() && "+~=".indexOf(text.charAt(0)) >= 0) {
            switch (text.charAt(0)) {
                case '+' -> factor = STRONG;
                case '~' -> {
                    weak = true;
                    factor = WEAK;
                }
                default -> exactCase = true;
            }
            text = text.substring(1);
        }
        boolean whole = text.endsWith("$");
        boolean prefix = text.endsWith("*");
        if (whole || prefix) {
            text = text.substring(0, text.length() - 1);
        }
        return new TermSyntax(text, factor, weak, exactCase, prefix, whole);
    }

    /** Key of the trie: folded, with a mark for each inner star; empty when there is nothing to match. */
    String key() {
        StringBuilder key = new StringBuilder();
        String[] parts = text.split("\\*", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                key.append(TermTrie.REST);
            }
            key.append(Fold.term(parts[i]));
        }
        return key.toString().strip();
    }

    /** What is wrong with the term. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        String key = key();
        if (key.isEmpty() || key.charAt(0) == TermTrie.REST) {
            problems.add("a term needs a letter or digit at its beginning: \"" + text + "\"");
        } else if (!Units.word(key.charAt(0))) {
            problems.add("a term can't begin with \"" + text.charAt(0) + "\": \"" + text + "\"");
        } else if (prefix && key.length() < 2 && !Units.unspaced(key.charAt(0))) {
            problems.add("a beginning of one letter matches too much: \"" + text + "*\"");
        } else if (text.contains(", ") || text.contains("، ")) {
            problems.add("several terms between one pair of quotes: \"" + text + "\"");
        }
        return problems;
    }

    /** Bits of the units that must be capitals. */
    long capitals() {
        long bits = 0;
        for (int i = 0; exactCase && i < Math.min(text.length(), Long.SIZE); i++) {
            if (Character.isUpperCase(text.charAt(i))) {
                bits |= 1L << i;
            }
        }
        return bits;
    }

    boolean acronym() {
        return exactCase && text.length() <= 5 && text.chars().noneMatch(Character::isLowerCase);
    }
}
