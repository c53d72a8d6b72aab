// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.lang.Character.UnicodeScript;

/** What a UTF-16 unit is to the matcher: part of a word, of a script without blanks, or neither. */
final class Units {

    private static final byte NEITHER = 0;
    private static final byte WORD = 1;
    /** Katakana spells foreign words without blanks before and after, but a run of it is a word of its own. */
    private static final byte KATAKANA = 2;

    private static final byte UNSPACED = 3;
    /** Particles follow Latin names without a blank: "AI는", "GPU를". */
    private static final byte HANGUL = 4;

    private static final byte[] KINDS = kinds();

    private Units() {}

    static boolean word(char unit) {
        return KINDS[unit] != NEITHER;
    }

    /** Whether words of its script run together, so that a term may start and end anywhere. */
    static boolean unspaced(char unit) {
        return KINDS[unit] == UNSPACED;
    }

    /** Whether the second goes on with the word of the first. */
    static boolean together(char first, char second) {
        byte kind = KINDS[second];
        return kind != NEITHER && kind != UNSPACED && KINDS[first] == kind;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[1 << 16];
        for (int unit = 0; unit < kinds.length; unit++) {
            kinds[unit] = kind(unit);
        }
        return kinds;
    }

    private static byte kind(int unit) {
        if (unit == '\u30fc' || UnicodeScript.of(unit) == UnicodeScript.KATAKANA) {
            return KATAKANA;
        }
        if (UnicodeScript.of(unit) == UnicodeScript.HANGUL) {
            return HANGUL;
        }
        if (unspacedScript(UnicodeScript.of(unit))) {
            return UNSPACED;
        }
        int type = Character.getType(unit);
        boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        return Character.isLetterOrDigit(unit) || mark || unit == '_' ? WORD : NEITHER;
    }

    private static boolean unspacedScript(UnicodeScript script) {
        return switch (script) {
            case HAN, HIRAGANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
