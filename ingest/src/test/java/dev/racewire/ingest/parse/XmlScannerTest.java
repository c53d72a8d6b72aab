// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class XmlScannerTest {
    /** Tags as written, {@code /} before end tags, {@code /} after empty ones, {@code !} when the text is cut. */
    private static String tags(String text) {
        XmlScanner scanner = new XmlScanner(text);
        StringBuilder out = new StringBuilder();
        for (XmlScanner.Event event = scanner.next(); event != XmlScanner.Event.EOF; event = scanner.next()) {
            out.append(out.isEmpty() ? "" : " ")
                    .append(event == XmlScanner.Event.END ? "/" : "")
                    .append(text, scanner.nameStart(), scanner.nameEnd())
                    .append(event == XmlScanner.Event.START && scanner.empty() ? "/" : "");
        }
        return out + (scanner.cut() ? "!" : "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <a><b/></a>                                           | a b/ /a
            junk <?xml version="1.0"?><a x="1>2" y='<'>t</a>      | a /a
            <!DOCTYPE rss SYSTEM "x"><rss/>                       | rss/
            <!DOCTYPE r [<!ENTITY e "<x>"> <!-- ]> --> ]><r/>     | r/
            <!DOCTYPE r [<!ENTITY e "> <r/>                       | r/
            <a><!-- <b> --><![CDATA[<c>]]><?pi <d> ?></a>         | a /a
            a < b <1> <> <a>                                      | a
            <a><!-- never closed                                  | a!
            <a><![CDATA[never closed                              | a!
            <a x="never closed><b/></a>                           | a b/ /a
            <a></b </a>                                           | a /b /a
            <a href=http://x/y/>                                  | a/
            <dc:date xml:lang="en">                               | dc:date
            <a                                                    | !
            <                                                     | !
            """)
    void findsTags(String text, String tags) {
        assertThat(tags(text)).isEqualTo(tags);
    }
}
