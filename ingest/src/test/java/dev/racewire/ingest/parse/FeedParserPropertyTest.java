// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

final class FeedParserPropertyTest {
    private static final List<String> PIECES = List.of(
            "<rss>",
            "<rss version='2.0'>",
            "</rss>",
            "<channel>",
            "</channel>",
            "<item>",
            "</item>",
            "<feed>",
            "</feed>",
            "<entry>",
            "</entry>",
            "<title>",
            "</title>",
            "<title type='html'>",
            "<link>",
            "</link>",
            "<link href='/a' rel='self'/>",
            "<link href=",
            "<guid isPermaLink='true'>",
            "</guid>",
            "<pubDate>",
            "</pubDate>",
            "2026-11-24T09:30:00Z",
            "24 Nov 2026",
            "+99:99",
            "<description>",
            "</description>",
            "<content:encoded>",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "<!DOCTYPE x [",
            "]>",
            "<?xml version='1.0' encoding='koi8-r'?>",
            "&amp;",
            "&lt;p&gt;",
            "&#x1F600;",
            "&#55555;",
            "&bogus;",
            "<script>",
            "\"",
            "'",
            "<x:y xmlns:x='urn:x' xml:base='//a/b/'>",
            "http://a.example/",
            "javascript:x",
            "{\"items\":[",
            "{\"version\":\"1.1\",",
            "}",
            "]",
            "\uD83D",
            "\u0000",
            " ",
            "\n",
            "текст",
            "人工智能");

    @Provide
    Arbitrary<String> scraps() {
        Arbitrary<String> piece = Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.of(PIECES)),
                Tuple.of(1, Arbitraries.strings().ofMaxLength(10)));
        return piece.list().ofMaxSize(60).map(pieces -> String.join("", pieces));
    }

    @Property(tries = 3_000)
    void yieldsTheDeclaredOutcomeForAnyBytes(@ForAll byte[] body) {
        assertThat(Feeds.PARSER.outcome(body, null, null)).isNotNull();
    }

    @Property(tries = 5_000)
    void yieldsCleanTextsAndLinksForAnyScraps(@ForAll("scraps") String text) {
        ParseOutcome outcome = Feeds.PARSER.outcome(text.getBytes(StandardCharsets.UTF_16), "text/xml", null);
        if (outcome instanceof Parsed parsed) {
            assertClean(parsed.feed().title());
            for (ParsedEntry entry : parsed.feed().entries()) {
                assertClean(entry.title());
                assertClean(entry.id());
                assertClean(entry.summary());
                assertClean(entry.content());
                assertThat(entry.link() == null || Links.isAbsolute(entry.link()))
                        .isTrue();
            }
        }
    }

    private static void assertClean(@Nullable String text) {
        if (text == null) {
            return;
        }
        assertThat(text)
                .doesNotContainPattern("[\\p{Cc}\\p{Cs}\\x{FFFE}\\x{FFFF}]")
                .isEqualTo(text.strip());
        assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(text);
    }

    @Provide
    Arbitrary<List<String>> titles() {
        return Arbitraries.strings()
                .withChars("abcäже人<>&\"' 19😀".toCharArray())
                .ofMinLength(1)
                .ofMaxLength(20)
                .map(PlainText::clean)
                .filter(title -> !title.isEmpty())
                .list()
                .ofMaxSize(12);
    }

    @Property(tries = 500)
    void isStableWhenWrittenAndReadAgainInOrder(@ForAll("titles") List<String> titles) {
        ParsedFeed once = read(titles);
        List<String> read = once.entries().stream()
                .map(entry -> String.valueOf(entry.title()))
                .toList();
        assertThat(read).isEqualTo(titles);
        assertThat(read(read).entries()).isEqualTo(once.entries());
    }

    private static ParsedFeed read(List<String> titles) {
        String entries = titles.stream()
                .map(title -> "<entry><title type='html'>" + escaped(escaped(title)) + "</title></entry>")
                .collect(Collectors.joining());
        return Feeds.feed("<feed xmlns='http://www.w3.org/2005/Atom'>" + entries + "</feed>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
