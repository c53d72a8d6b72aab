// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            OpenAI                | openai
            ＡＩ                    | ai
            open-source           | open source
            China’s               | china's
            輝達                    | 辉达
            İSTANBUL              | istanbul
            IRAK                  | irak
            Straße                | strasse
            Ελλάδα                | ελλαδα
            Ё                     | е
            الذَّكاء               | الذكاء
            أمريكا                | امريكا
            צה״ל                  | צה"ל
            “AI”                  | "ai"
            Qua\u0301ntico        | quántico
            art\u200bificial      | artificial
            \u200fAI\u200e        | ai
            """)
    void makesSpellingsEqual(String written, String folded) {
        assertThat(Fold.term(written)).isEqualTo(Fold.term(folded)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Cafe\u0301 China now        | China
            x\u200b\u200bChi\u200bna y  | Chi\u200bna
            ﬁne ﬁne China               | China
            한국 China                    | China
            """)
    void knowsWhereFoldedWordsStoodInTheSource(String source, String surface) {
        FoldedText text = Fold.of(source, source.length());
        int start = new String(text.units(), 0, text.length()).indexOf("china");
        assertThat(source.substring(text.sourceStart(start), text.sourceEnd(start + 5)))
                .isEqualTo(surface);
    }

    @Test
    void blanksTagsAndAddressesWithoutMovingAnything() {
        FoldedText text = Fold.of("<a href='x.ai'>AI</a> at https://openai.com/china?x=1 now", 1000);
        String folded = new String(text.units(), 0, text.length());
        assertThat(folded).doesNotContain("openai", "href", "china").contains("ai", " now");
        assertThat(folded.indexOf("now")).isEqualTo(text.source().indexOf("now"));
    }
}
