// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.view;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text without case, accents and variants of letters, so that words are found however they are written. */
public final class FoldedText {

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    private FoldedText() {}

    public static String of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (isAscii(lower)) {
            return lower;
        }
        return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }
}
