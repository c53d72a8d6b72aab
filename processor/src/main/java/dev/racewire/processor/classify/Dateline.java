// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

/** Finds where a wire report's dateline ends: "BEIJING, Nov 3 (Reuters) - …", "（中央社華盛頓24日電）…". */
final class Dateline {

    private static final int LONGEST = 60;
    private static final String OPENING = "(（[【";
    private static final String CLOSING = ")）]】";

    private Dateline() {}

    /** Folded units that belong to it; 0 when there is none. */
    static int end(FoldedText summary) {
        String source = summary.source();
        int limit = Math.min(source.length(), LONGEST);
        if (limit == 0) {
            return 0;
        }
        int opening = OPENING.indexOf(source.charAt(0));
        if (opening >= 0) {
            int close = source.indexOf(CLOSING.charAt(opening));
            return close > 0 && close < limit ? close : 0;
        }
        boolean capital = Character.isUpperCase(source.charAt(0));
        for (int i = 1; capital && i + 2 < limit; i++) {
            char unit = source.charAt(i);
            boolean dash = unit == '—' || unit == '–' || unit == '-';
            if (dash && source.charAt(i - 1) == ' ' && source.charAt(i + 1) == ' ' && placeLike(source, i)) {
                return i;
            }
            if (unit == '.' || unit == '!' || unit == '?') {
                // "KOMPAS.com" goes on, a sentence's end doesn't.
                if (source.charAt(i + 1) == ' ') {
                    return 0;
                }
            }
        }
        return 0;
    }

    /** A dateline is a place in capitals, or names its agency in brackets. */
    private static boolean placeLike(String source, int end) {
        int space = source.indexOf(' ');
        int comma = source.indexOf(',');
        int wordEnd = Math.min(space < 0 ? end : space, comma < 0 ? end : comma);
        boolean capitals = wordEnd > 2 && source.substring(0, wordEnd).chars().noneMatch(Character::isLowerCase);
        int bracket = source.indexOf('(');
        return capitals || (bracket > 0 && bracket < end);
    }
}
