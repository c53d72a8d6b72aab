// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BadInputTest {

    static Stream<String> hostile() {
        return Stream.of(
                "",
                " \t\n",
                "\ud83d",
                "AI \udc00\udc00 China \ud800",
                "\u0000AI\u0000China",
                "\u0301\u0301\u0301AI China",
                "<<<<<a <b <c AI",
                "://://://www.www.www.",
                "AI\u202e anihC \u202c",
                "искусственный ".repeat(20) + "\uffff",
                "a\u0301".repeat(50_000),
                "\u0301".repeat(50_000),
                "<a ".repeat(50_000),
                "AI China 中国 人工智能 ".repeat(40_000),
                "искусственн".repeat(60_000),
                " ".repeat(500_000),
                "open ".repeat(200_000));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void judgesHostileTextsInBoundedTime(String text) {
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> {
            for (String language : new String[] {"en", "zh", "ru", "xx", "", "-", "zh_cn"}) {
                Classification verdict = Bundled.CLASSIFIER.classify(text, text, language);
                verdict.evidence().forEach(e -> assertThat(e.surface()).isEqualTo(text.substring(e.start(), e.end())));
            }
        });
    }

    @Test
    void readsThroughZeroWidthCharactersAndMarks() {
        String title = "\u200fU\u200bS limits A\u200dI chi\u00adps for Chi\u200bna\u200e";
        Classification verdict = Bundled.classify("en", title);
        assertThat(verdict.inScope()).isTrue();
        assertThat(verdict.countries()).extracting(CountryVerdict::country).containsExactlyInAnyOrder("US", "CN");
        verdict.evidence().forEach(e -> assertThat(e.surface()).isEqualTo(title.substring(e.start(), e.end())));
    }

    @Test
    void readsThroughHtmlThatWasLeftInTheText() {
        String title =
                "<p class=\"Nvidia\">US limits <b>AI</b> chips <a href='https://example.com/Japan'>for China</a></p>";
        Classification verdict = Bundled.classify("en", title);
        assertThat(verdict.inScope()).isTrue();
        assertThat(verdict.countries()).extracting(CountryVerdict::country).containsExactlyInAnyOrder("US", "CN");
        verdict.evidence().forEach(e -> assertThat(e.surface()).isEqualTo(title.substring(e.start(), e.end())));
    }

    @Test
    void findsBothLanguagesOfATitleAndASummary() {
        Classification verdict = Bundled.CLASSIFIER.classify("US limits AI chips", "中国商务部：反对美国限制人工智能芯片出口", "en");
        assertThat(verdict.countries()).extracting(CountryVerdict::country).contains("US", "CN");
    }
}
