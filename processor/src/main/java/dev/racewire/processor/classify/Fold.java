// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.Arrays;

/**
 * Makes texts comparable: Unicode NFKC case folding, Traditional to Simplified Chinese, and the spelling variants that
 * newsrooms mix, by one table of UTF-16 units; the few characters that need their neighbours take a slow path.
 */
final class Fold {

    private static final int UNITS = 1 << 16;
    private static final char DELETED = 0;
    private static final char SLOW = 1;
    /** A combining run longer than this is cut, so that hostile runs stay linear. */
    private static final int LONGEST_RUN = 24;

    private static final String ARABIC_VARIANTS = "أاإاآاٱاىيیيکكہهةهۀهھهؤو";
    private static final String GREEK_VARIANTS = "άαέεήηίιόούυώωϊιΐιϋυΰυ";
    private static final String OTHER_VARIANTS = "ёеıi‘'’'ʼ'´'`'׳'״\"“\"”\"„\"";

    private static final Normalizer2 CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final char[] TABLE = table();

    private Fold() {}

    /** Folds a text; URLs and HTML tags become blanks. */
    static FoldedText of(String source, int limit) {
        int length = Math.min(source.length(), limit);
        char[] units = new char[length];
        source.getChars(0, length, units, 0);
        Markup.blank(units);
        for (int i = 0; i < length; i++) {
            char folded = TABLE[units[i]];
            if (folded <= SLOW) {
                return slow(source, units, i);
            }
        }
        for (int i = 0; i < length; i++) {
            units[i] = TABLE[units[i]];
        }
        return new FoldedText(source, units, length, null);
    }

    /** Folds a term of the taxonomy. */
    static String term(String term) {
        FoldedText folded = of(term, term.length());
        return new String(folded.units(), 0, folded.length());
    }

    static boolean deleted(char unit) {
        return TABLE[unit] == DELETED;
    }

    private static FoldedText slow(String source, char[] units, int prefix) {
        Output out = new Output(units.length);
        for (int i = 0; i < prefix; i++) {
            out.add(TABLE[units[i]], i);
        }
        int i = prefix;
        // A combining mark at the prefix's end belongs to the unit before it.
        if (i > 0 && TABLE[units[i]] == SLOW) {
            i--;
            out.length--;
        }
        while (i < units.length) {
            int end = i + 1;
            while (end < units.length && combining(units[end]) && end - i < LONGEST_RUN) {
                end++;
            }
            char folded = TABLE[units[i]];
            if (end == i + 1 && folded != SLOW) {
                if (folded != DELETED) {
                    out.add(folded, i);
                }
            } else {
                normalise(new String(units, i, end - i), i, out);
            }
            i = end;
        }
        return new FoldedText(source, out.units, out.length, out.origins);
    }

    private static void normalise(String run, int origin, Output out) {
        String normal = CASEFOLD.normalize(run);
        for (int i = 0; i < normal.length(); i++) {
            char unit = normal.charAt(i);
            char folded = TABLE[unit];
            if (folded == SLOW) {
                // An accent that found no letter to join is kept as it is, except the dot of a Turkish capital I.
                if (unit != '\u0307') {
                    out.add(unit, origin);
                }
            } else if (folded != DELETED) {
                out.add(folded, origin);
            }
        }
    }

    private static boolean combining(char unit) {
        return (unit >= '\u0300' && unit <= '\u036f') || (unit >= '\u1160' && unit <= '\u11ff');
    }

    private static char[] table() {
        char[] table = new char[UNITS];
        for (int unit = 0; unit < UNITS; unit++) {
            table[unit] = entry((char) unit);
        }
        simplifyChinese(table);
        variants(table, ARABIC_VARIANTS);
        variants(table, GREEK_VARIANTS);
        variants(table, OTHER_VARIANTS);
        // Marks that writers add or leave out at will: Arabic vowels and tatweel, Hebrew points.
        Arrays.fill(table, 0x064b, 0x0660, DELETED);
        table[0x0670] = DELETED;
        table[0x0640] = DELETED;
        Arrays.fill(table, 0x0591, 0x05be, DELETED);
        Arrays.fill(table, 0x05bf, 0x05c8, DELETED);
        return table;
    }

    private static char entry(char unit) {
        if (Character.isSurrogate(unit)) {
            return unit;
        }
        if (unit < ' ' || Character.isWhitespace(unit) || Character.isSpaceChar(unit) || dash(unit)) {
            return ' ';
        }
        if (combining(unit) || (unit >= '\u1100' && unit <= '\u11ff')) {
            return SLOW;
        }
        String folded = CASEFOLD.normalize(String.valueOf(unit));
        if (folded.isEmpty()) {
            return DELETED;
        }
        return folded.length() == 1 ? folded.charAt(0) : SLOW;
    }

    /** Hyphens are written or left out at will ("open-source", "GPT 5"), so all dashes fold to a blank. */
    private static boolean dash(char unit) {
        return Character.getType(unit) == Character.DASH_PUNCTUATION && unit != '\u301c' && unit != '\u3030';
    }

    private static void simplifyChinese(char[] table) {
        Transliterator simplify = Transliterator.getInstance("Traditional-Simplified");
        StringBuilder han = new StringBuilder();
        for (char unit = '\u4e00'; unit < '\ua000'; unit++) {
            han.append(unit).append('\n');
        }
        String[] simple = simplify.transliterate(han.toString()).split("\n", -1);
        for (int i = 0; i < 0xa000 - 0x4e00; i++) {
            if (simple[i].length() == 1) {
                table[0x4e00 + i] = simple[i].charAt(0);
            }
        }
    }

    private static void variants(char[] table, String pairs) {
        for (int i = 0; i < pairs.length(); i += 2) {
            char variant = pairs.charAt(i);
            char plain = pairs.charAt(i + 1);
            for (int unit = 2; unit < UNITS; unit++) {
                if (unit == variant || table[unit] == variant) {
                    table[unit] = plain;
                }
            }
        }
    }

    /** A growing text with the origin of each unit. */
    private static final class Output {
        private char[] units;
        private int[] origins;
        private int length;

        Output(int capacity) {
            units = new char[capacity + 16];
            origins = new int[capacity + 16];
        }

        void add(char unit, int origin) {
            if (length == units.length) {
                units = Arrays.copyOf(units, length * 2);
                origins = Arrays.copyOf(origins, length * 2);
            }
            units[length] = unit;
            origins[length++] = origin;
        }
    }
}
