// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.ingest.parse.Markup.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlainTextTest {
    private static String html(String value) {
        return PlainText.of(new Markup(value, Kind.HTML), 1_000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <p>One</p><p>two</p>                              | One two
            in<b>line</b> <i>mark</i>up                       | inline markup
            a<br/>b<br>c                                      | a b c
            safe<script>alert('<b>')</script> text            | safe text
            <style>p { color: red }</style>text               | text
            <SCRIPT src=x>var a;</SCRIPT >text                | text
            <xhtml:script>x</xhtml:script>text                | text
            a<!-- comment <b> -->b                            | ab
            safe<!--                                          | safe
            sa<!-- -- x >fe                                   | safe
            <a title='a > b' href="x">link</a>                | link
            <a title="unclosed>link</a> text                  | link text
            1 < 2 & 3 > 2                                     | 1 < 2 & 3 > 2
            &lt;b&gt; is a tag                                | <b> is a tag
            caf&eacute; &#8217; &#x2019; &#146; &nbsp;x       | café ’ ’ ’ x
            AT&T &unknown; &amp                               | AT&T &unknown; &amp
            x&#0;&#xD800;&#xFFFFFFFFF;y                       | xy
            <![CDATA[twice <b>wrapped</b>]]>                  | twice wrapped
            text <                                            | text <
            text <b                                           | text
            <img src=x onerror=alert(1)>caption               | caption
            """)
    void showsWhatAReaderSees(String markup, String text) {
        assertThat(html(markup)).isEqualTo(text);
    }

    @Test
    void dropsWhatNobodySees() {
        assertThat(html("a\u0000\u0007b\u202Ec\uFEFFd\u2028e\u0092f\uD800g\uD83D\uDE00"))
                .isEqualTo("a bcd e\u2019fg\uD83D\uDE00");
    }

    @Test
    void leavesPlainTextAlone() {
        assertThat(PlainText.of(new Markup("a <b> & &amp; c", Kind.TEXT), 100)).isEqualTo("a <b> & &amp; c");
        assertThat(PlainText.of(new Markup("if a<b & c>d", Kind.EITHER), 100)).isEqualTo("if a<b & c>d");
        assertThat(PlainText.of(new Markup("<p>said to be text</p>", Kind.EITHER), 100))
                .isEqualTo("said to be text");
    }

    @Test
    void readsNoFurtherThanItsBound() {
        assertThat(PlainText.of(new Markup("word ".repeat(1_000_000), Kind.HTML), 12))
                .isEqualTo("word word wo");
        assertThat(PlainText.of(new Markup("\uD83D\uDE00".repeat(10), Kind.HTML), 3))
                .isEqualTo("\uD83D\uDE00");
        assertThat(PlainText.beginning("one two three", 9)).isEqualTo("one two\u2026");
    }
}
