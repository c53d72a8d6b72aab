// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

/** Blanks what is no prose: HTML tags and web addresses, so that their words don't match and offsets stay. */
final class Markup {

    private static final int LONGEST_TAG = 600;

    private Markup() {}

    static void blank(char[] units) {
        int i = 0;
        while (i < units.length) {
            int end = i + 1;
            if (units[i] == '<') {
                end = tagEnd(units, i);
            } else if (units[i] == ':' && startsWith(units, i, "://")) {
                i = schemeStart(units, i);
                end = addressEnd(units, i);
            } else if (units[i] == 'w' && startsWith(units, i, "www.") && (i == 0 || !wordLike(units[i - 1]))) {
                end = addressEnd(units, i);
            }
            if (end > i + 1) {
                java.util.Arrays.fill(units, i, end, ' ');
            }
            i = end;
        }
    }

    private static int tagEnd(char[] units, int start) {
        if (start + 1 >= units.length || !(Character.isLetter(units[start + 1]) || units[start + 1] == '/')) {
            return start + 1;
        }
        int limit = Math.min(units.length, start + LONGEST_TAG);
        for (int i = start + 2; i < limit; i++) {
            if (units[i] == '>') {
                return i + 1;
            }
            if (units[i] == '<') {
                break;
            }
        }
        return start + 1;
    }

    private static int schemeStart(char[] units, int colon) {
        int start = colon;
        while (start > 0 && colon - start < 8 && wordLike(units[start - 1])) {
            start--;
        }
        return start;
    }

    private static int addressEnd(char[] units, int start) {
        int end = start;
        while (end < units.length && units[end] > ' ' && units[end] < '\u007f' && ")]}\"'<>".indexOf(units[end]) < 0) {
            end++;
        }
        return Math.max(end, start + 1);
    }

    private static boolean wordLike(char unit) {
        return (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z');
    }

    private static boolean startsWith(char[] units, int at, String text) {
        if (at + text.length() > units.length) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (units[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
