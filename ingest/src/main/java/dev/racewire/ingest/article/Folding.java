// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.article;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts without what no reader would call a change: case, kinds of blanks, forms of one character. */
final class Folding {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");

    private Folding() {}

    static String fold(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return BLANKS.matcher(normal).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
