// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Folded texts are compared with those of earlier years, so no character may ever be folded otherwise. */
class FoldingTest {

    /** The rule as a pattern: slow, and short enough to be seen to be right. */
    private static String byTheRule(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}\\p{Cf}]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    @Test
    void foldsEachCharacterByTheRule() {
        for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
            String one = Character.toString(character);
            for (String text : new String[] {"A" + one + "B", one + "A " + one, "A" + one}) {
                assertThat(Folding.fold(text)).as("U+%04X", character).isEqualTo(byTheRule(text));
            }
        }
    }

    @Test
    void makesOneBlankOfMany() {
        assertThat(Folding.fold("\u00a0Chips \u3000\t\u200b for\nＡＩ ")).isEqualTo("chips for ai");
    }
}
