// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BodyTextTest {
    private static final String GERMAN =
            "<rss><title>Größe, Äußeres, über, Straße, schön, für, Übung, müde</title></rss>";
    private static final String RUSSIAN =
            "<rss><title>Искусственный интеллект и новые чипы для центров обработки данных</title></rss>";

    private static String decode(byte[] bytes, @Nullable String contentType) {
        return BodyText.decode(bytes, bytes.length, contentType);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE", "IBM037"})
    void recognisesUnicodeByItsPattern(String charset) {
        String text = "<?xml version='1.0'?>" + GERMAN;
        assertThat(decode(text.getBytes(Charset.forName(charset)), null)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void recognisesUnicodeByItsMark(String charset) {
        byte[] bytes = ("\uFEFF" + RUSSIAN).getBytes(Charset.forName(charset));
        assertThat(decode(bytes, "text/xml; charset=iso-8859-1")).isEqualTo(RUSSIAN);
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1251, windows-1251",
        "KOI8-R, koi8-r",
        "iso-8859-5, ISO-8859-5",
        "GB18030, gb2312",
        "Big5, big5",
        "Shift_JIS, shift_jis",
        "EUC-KR, euc-kr"
    })
    void believesDeclarationsThatBytesDoNotContradict(String real, String label) {
        String text = real.startsWith("GB") || real.startsWith("Big")
                ? "<t>人工智能的競爭</t>"
                : real.startsWith("Shift") ? "<t>人工知能の競争</t>" : real.startsWith("EUC") ? "<t>인공지능 경쟁</t>" : RUSSIAN;
        String declared = "<?xml version='1.0' encoding='" + label + "'?>" + text;
        assertThat(decode(declared.getBytes(Charset.forName(real)), null)).isEqualTo(declared);
        assertThat(decode(text.getBytes(Charset.forName(real)), "text/xml; charset=" + label))
                .isEqualTo(text);
    }

    @Test
    void prefersUtf8ToALyingDeclaration() {
        String text = "<?xml version='1.0' encoding='iso-8859-1'?>" + RUSSIAN;
        assertThat(decode(text.getBytes(StandardCharsets.UTF_8), "text/xml; charset=windows-1251"))
                .isEqualTo(text);
    }

    @Test
    void detectsWhatIsNotDeclared() {
        byte[] bytes = RUSSIAN.getBytes(Charset.forName("windows-1251"));
        assertThat(decode(bytes, null)).isEqualTo(RUSSIAN);
        assertThat(decode(bytes, "text/xml; charset=utf-8")).isEqualTo(RUSSIAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BOGUS", "", "\"", "U16", "x-unknown-99"})
    void passesOverLabelsThatMeanNothing(String label) {
        byte[] bytes = GERMAN.getBytes(Charset.forName("windows-1252"));
        assertThat(decode(bytes, "text/xml; charset=" + label)).isEqualTo(GERMAN);
    }

    @Test
    void readsStrayBytesInUtf8AsWindows1252() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("Größe Äußeres über Straße ".getBytes(StandardCharsets.UTF_8));
        bytes.write(0x92);
        bytes.write(" für".getBytes(StandardCharsets.UTF_8));
        assertThat(decode(bytes.toByteArray(), null)).isEqualTo("Größe Äußeres über Straße \u2019 für");
    }

    @Test
    void leavesOutACharacterThatTheEndCutsInTwo() {
        byte[] bytes = "abcü".getBytes(StandardCharsets.UTF_8);
        assertThat(BodyText.decode(bytes, bytes.length - 1, null)).isEqualTo("abc");
    }

    @Test
    void readsEscapedJapaneseOnlyWhenDeclared() {
        String text = "<?xml version='1.0' encoding='iso-2022-jp'?><t>人工知能</t>";
        assertThat(decode(text.getBytes(Charset.forName("ISO-2022-JP")), null)).isEqualTo(text);
    }
}
