// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import org.jspecify.annotations.Nullable;

/** A folded text that knows where each of its units came from. */
final class FoldedText {

    private final String source;
    private final char[] units;
    private final int length;
    private final int @Nullable [] origins;
    private final boolean allCapitals;

    FoldedText(String source, char[] units, int length, int @Nullable [] origins) {
        this.source = source;
        this.units = units;
        this.length = length;
        this.origins = origins;
        this.allCapitals = capitals(source);
    }

    String source() {
        return source;
    }

    /** The folded units; only the first {@link #length} count. */
    char[] units() {
        return units;
    }

    int length() {
        return length;
    }

    /** Offset in the source of the folded unit at that index. */
    int sourceStart(int index) {
        if (origins == null) {
            return index;
        }
        return index < length ? origins[index] : source.length();
    }

    /** Offset in the source after the folded unit before that index. */
    int sourceEnd(int index) {
        if (origins == null) {
            return index;
        }
        int end = origins[index - 1] + 1;
        int next = sourceStart(index);
        // A unit that came from several (a letter and its accent) ends where the next one starts.
        while (end < next && Character.getType(source.charAt(end)) == Character.NON_SPACING_MARK) {
            end++;
        }
        return end;
    }

    /** Whether the source has a capital letter there. */
    boolean capitalAt(int index) {
        return Character.isUpperCase(source.charAt(sourceStart(index)));
    }

    /** Whether the text is a headline in capitals, where a capital letter says nothing. */
    boolean allCapitals() {
        return allCapitals;
    }

    private static boolean capitals(String source) {
        int upper = 0;
        int lower = 0;
        for (int i = 0; i < source.length() && i < 300; i++) {
            char unit = source.charAt(i);
            if (Character.isUpperCase(unit)) {
                upper++;
            } else if (Character.isLowerCase(unit)) {
                lower++;
            }
        }
        return upper >= 10 && upper > 4 * lower;
    }
}
