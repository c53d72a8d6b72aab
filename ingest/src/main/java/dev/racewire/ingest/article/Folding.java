// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.article;

import java.text.Normalizer;
import java.util.Locale;

/** Texts without what no reader would call a change: case, kinds of blanks, forms of one character. */
final class Folding {

    private Folding() {}

    static String fold(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder folded = new StringBuilder(normal.length());
        boolean apart = false;
        for (int i = 0; i < normal.length(); i += Character.charCount(normal.codePointAt(i))) {
            int character = normal.codePointAt(i);
            if (isBlank(character)) {
                apart = true;
                continue;
            }
            if (apart) {
                folded.append(' ');
                apart = false;
            }
            folded.appendCodePoint(character);
        }
        return folded.toString().strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isBlank(int character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.FORMAT ->
                true;
            default -> character >= '\t' && character <= '\r';
        };
    }
}
