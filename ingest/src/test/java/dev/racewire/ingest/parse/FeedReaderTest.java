// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dialects and states of repair: one test for each class of feed that plain Rome loses or misreads. */
final class FeedReaderTest {
    private static final String ITEM = "<item><title>One</title><link>http://a.example/1</link></item>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss version='2.0'><channel>%s</channel></rss>",
                "<rss version='0.91'><channel>%s</channel></rss>",
                "<rss version='9.9'><channel>%s</channel></rss>",
                "<rss><channel xmlns='http://nobody.example/ns'>%s</channel></rss>",
                "<rss>%s</rss>",
                "<channel>%s</channel>",
                "<RSS><CHANNEL>%s</CHANNEL></RSS>",
                "<r:rss xmlns:r='http://backend.userland.com/rss2'><r:channel>%s</r:channel></r:rss>",
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
                        + "<channel><title>t</title></channel>%s</rdf:RDF>",
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><channel/>%s</rdf:RDF>",
                "<rdf:RDF>%s</rdf:RDF>",
                "<Channel xmlns='http://purl.org/net/rss1.1#'><items>%s</items></Channel>",
                "\n\n  <?xml version='1.0'?><rss><channel>%s</channel></rss>",
                "<br />\n<b>Warning</b>: mysql_connect() in <b>/x.php</b><br />\n<rss><channel>%s</channel></rss>",
                "<!DOCTYPE rss PUBLIC '-//Netscape//DTD RSS 0.91//EN' 'http://x.example/rss.dtd'><rss><channel>%s</channel></rss>",
                "<!DOCTYPE rss [<!ENTITY a 'b'><!ELEMENT x (#PCDATA)>]><rss><channel>%s</channel></rss>",
                "<!DOCTYPE html><rss><channel>%s</channel></rss>",
                "<rss><channel><cloud port='x'/><skipHours><hour>99</hour></skipHours>%s</channel></rss>",
                "<rss><channel><title>A & B <junk></title>%s</channel></rss> trailing text",
                "<rss><channel><wfw:x>undeclared</wfw:x>%s</channel></rss>",
                "<rss xmlns:x=' http://space.example/'><channel><x:y/>%s</channel></rss>"
            })
    void readsItemsOfEveryDialect(String shape) {
        ParsedFeed feed = Feeds.feed(shape.formatted(ITEM));
        assertThat(feed.entries()).hasSize(1);
        assertThat(feed.entries().get(0).title()).isEqualTo("One");
        assertThat(feed.entries().get(0).link()).isEqualTo("http://a.example/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<feed xmlns='http://www.w3.org/2005/Atom'>%s</feed>",
                "<feed version='0.3' xmlns='http://purl.org/atom/ns#'>%s</feed>",
                "<feed>%s</feed>",
                "<feed xmlns='http://nobody.example/'>%s</feed>",
                "<a:feed xmlns:a='http://www.w3.org/2005/Atom' xmlns='http://www.w3.org/2005/Atom'>%s</a:feed>",
                "%s"
            })
    void readsEntriesOfEveryAtom(String shape) {
        ParsedFeed feed = Feeds.feed(
                shape.formatted("<entry><title>One</title><link href='http://a.example/1'/><id>urn:1</id></entry>"));
        assertThat(feed.entries()).hasSize(1);
        assertThat(feed.entries().get(0).id()).isEqualTo("urn:1");
        assertThat(feed.entries().get(0).link()).isEqualTo("http://a.example/1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <title>Test: <b>bold</b> move</title>                              | Test: bold move
            <title><![CDATA[A & B]]></title>                                   | A & B
            <title>Breaking: <![CDATA[<b>Big</b>]]> today</title>              | Breaking: Big today
            <title>AT&T and R&D</title>                                        | AT&T and R&D
            <title>caf&eacute; &mdash; &nbsp; x</title>                        | café — x
            <title>&amp;#8216;Quoted&amp;#8217;</title>                        | ‘Quoted’
            <dc:title>Dublin</dc:title>                                        | Dublin
            <media:title>Media</media:title>                                   | Media
            <media:group><media:title>Media</media:title></media:group>        | Media
            <title></title><dc:title>Dublin</dc:title>                         | Dublin
            <media:title>Media</media:title><title>Own</title>                 | Own
            <atom:title xmlns:atom='http://www.w3.org/2005/Atom'>A</atom:title>| A
            <title>One</title><source><title>Other</title></source>            | One
            <description>A short message without a title</description>         | A short message without a title
            """)
    void findsTitlesWhereverTheyStand(String inside, String title) {
        assertThat(Feeds.item(inside).title()).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <link>http://a.example/1</link>                                               | http://a.example/1
            <link> http://A.Example/B </link>                                             | http://a.example/B
            <link>http://a.example/old</link><link>http://a.example/1</link>              | http://a.example/1
            <link/><guid>http://a.example/1</guid>                                        | http://a.example/1
            <guid isPermaLink='false'>http://a.example/1</guid>                           |
            <guid>abc-1</guid>                                                            |
            <guid isPermaLink='true'>/1</guid>                                            | http://f.example/1
            <link>/1?a=b c</link>                                                         | http://f.example/1?a=b%20c
            <link>?p=1</link>                                                             | http://f.example/d/?p=1
            <link>1</link>                                                                | http://f.example/d/1
            <link xml:base='http://b.example/x/'>1</link>                                 | http://b.example/x/1
            <atom:link href='http://a.example/1'/>                                        | http://a.example/1
            <atom:link rel='self' href='http://a.example/2'/><link>http://a.example/1</link> | http://a.example/1
            <enclosure url='http://a.example/1.mp3'/>                                     | http://a.example/1.mp3
            <link>javascript:alert(1)</link>                                              |
            <link>data:text/html,x</link>                                                 |
            <link>file:///etc/passwd</link>                                               |
            <link>http://</link>                                                          |
            <link>http://[</link>                                                         |
            <link><![CDATA[http://a.example/?a=1&b=2]]></link>                            | http://a.example/?a=1&b=2
            <link>http://a.example/?a=1&b=2</link>                                        | http://a.example/?a=1&b=2
            """)
    void findsTheLinkAndMakesItAbsolute(String inside, String link) {
        ParsedFeed feed = Feeds.feed(
                "<rss><channel><link>http://f.example/d/</link><item>" + inside + "</item></channel></rss>",
                "http://feeds.example/all.xml");
        assertThat(feed.entries().get(0).link()).isEqualTo(link);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <link rel='self' href='http://a.example/self'/><link href='http://a.example/'/>              | http://a.example/
            <link rel='alternate' type='application/pdf' href='http://a.example/p'/><link rel='alternate' type='text/html' href='http://a.example/'/> | http://a.example/
            <link rel='http://www.iana.org/assignments/relation/alternate' href='http://a.example/'/>    | http://a.example/
            <link rel='alternate'/><link href='/x'/>                                                     | http://f.example/x
            <id>http://a.example/as-id</id>                                                              | http://a.example/as-id
            """)
    void choosesAmongAtomLinks(String inside, String link) {
        ParsedFeed feed = Feeds.feed("<feed><entry>" + inside + "</entry></feed>", "http://f.example/feed");
        assertThat(feed.entries().get(0).link()).isEqualTo(link);
    }

    @Test
    void keepsSummaryAndContentApart() {
        ParsedEntry rss =
                Feeds.item("<description>short</description><content:encoded>&lt;p>long&lt;/p></content:encoded>");
        ParsedEntry atom =
                Feeds.entry("<summary>short</summary><content type='xhtml'><div><p>long</p></div></content>");
        assertThat(rss.summary()).isEqualTo(atom.summary()).isEqualTo("short");
        assertThat(rss.content()).isEqualTo(atom.content()).isEqualTo("long");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <content mode='base64' type='text/html'>PGI+Ym9sZDwvYj4=</content>     | bold
            <content mode='base64' type='text/html'>*not base 64*</content>        | *not base 64*
            <content type='image/png'>iVBORw0KGgo=</content>                       | ''
            <content type='xhtml'><x:div>&lt;p&gt; is a tag</x:div></content>      | <p> is a tag
            <content type='text'>1 &lt; 2</content>                                | 1 < 2
            <content type='html'>a&lt;br&gt;b</content>                            | a b
            <content><content>nested</content> once</content>                      | nested once
            """)
    void readsContentByItsType(String inside, String content) {
        assertThat(Feeds.entry(inside).content()).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<pubDate>Tue, 24 Nov 2026 09:30:00 GMT</pubDate>",
                "<dc:date>2026-11-24T09:30:00Z</dc:date>",
                "<atom:published>2026-11-24T09:30:00Z</atom:published>",
                "<issued>2026-11-24T09:30:00Z</issued>",
                "<pubDate>not a date</pubDate><dc:date>2026-11-24T09:30:00Z</dc:date>"
            })
    void findsDatesWhereverTheyStand(String inside) {
        assertThat(Feeds.item(inside).published()).isEqualTo(Instant.parse("2026-11-24T09:30:00Z"));
    }

    @Test
    void tellsUpdatedFromPublished() {
        ParsedEntry entry =
                Feeds.entry("<published>2026-11-24T09:30:00Z</published><updated>2026-11-24T10:00:00.5Z</updated>");
        assertThat(entry.published()).isEqualTo(Instant.parse("2026-11-24T09:30:00Z"));
        assertThat(entry.updated()).isEqualTo(Instant.parse("2026-11-24T10:00:00Z"));
    }

    @Test
    void readsWhatTheFeedSaysOfItself() {
        ParsedFeed feed = Feeds.feed("<rss xml:lang='fr'><channel><title>T</title><link>http://a.example</link><image>"
                + "<title>Image</title><link>http://i.example</link></image><description>D</description><language>de</language>"
                + "<ttl>60</ttl><sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>"
                + "<skipHours><hour>3</hour><hour>24</hour><hour>x</hour></skipHours><skipDays><day>Sunday</day></skipDays>"
                + "<lastBuildDate>Tue, 24 Nov 2026 09:30:00 GMT</lastBuildDate></channel></rss>");
        assertThat(feed.title()).isEqualTo("T");
        assertThat(feed.link()).isEqualTo("http://a.example");
        assertThat(feed.description()).isEqualTo("D");
        assertThat(feed.language()).isEqualTo("de");
        assertThat(feed.updated()).isEqualTo(Instant.parse("2026-11-24T09:30:00Z"));
        assertThat(feed.hints().ttl()).isEqualTo(Duration.ofMinutes(60));
        assertThat(feed.hints().updatePeriod()).isEqualTo(Duration.ofHours(6));
        assertThat(feed.hints().skipHours()).containsExactlyInAnyOrder(0, 3);
        assertThat(feed.hints().skipDays()).containsExactly(DayOfWeek.SUNDAY);
    }

    @Test
    void takesTheLanguageFromWhereItIs() {
        assertThat(Feeds.feed("<rss xml:lang='fr'><channel/></rss>").language()).isEqualTo("fr");
        assertThat(Feeds.feed("<rss><channel><dc:language>uk</dc:language></channel></rss>")
                        .language())
                .isEqualTo("uk");
        assertThat(Feeds.item("<dc:language>uk</dc:language>").language()).isEqualTo("uk");
        assertThat(Feeds.item("<language>no language, 2026</language>").language())
                .isNull();
    }

    @Test
    void takesTheLinkForAMissingId() {
        assertThat(Feeds.item("<link>http://a.example/1</link>").id()).isEqualTo("http://a.example/1");
        assertThat(Feeds.item("<link>http://a.example/1</link><guid> abc </guid>")
                        .id())
                .isEqualTo("abc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss><channel>%s<item><title>Two",
                "<rss><channel>%s<item><title>Two</title>",
                "<rss><channel>%s<item><title>Two</title><link>http://a.example/2</link><desc",
                "<rss><channel>%s<item><description><![CDATA[ ...",
                "<rss><channel>%s<!-- ...",
                "<rss><channel>%s"
            })
    void givesItemsBeforeTheBreak(String shape) {
        Parsed parsed = Feeds.parsed(shape.formatted(ITEM));
        assertThat(parsed.complete()).isFalse();
        assertThat(parsed.warning()).isNotEmpty();
        assertThat(parsed.feed().entries()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss><channel><item><title>One</item><item><title>Two</title></item></channel></rss>",
                "<rss><channel><item><title>One</titel></item><item><title>Two</title></item></channel></rss>",
                "<rss><channel><item><title>One</title></item><item><title>Two</title></channel></rss>",
                "<rss><channel><item><guid>1<item><title>One</title></item></item></channel></rss>",
                "<rss><channel><item><title>One</title><item><title>Two</title></item></item></channel></rss>",
                "<rss><channel><item><description><p>a<p>b<br></description><title>One</title></item><item/></channel></rss>"
            })
    void healsWhatIsNotClosed(String text) {
        Parsed parsed = Feeds.parsed(text);
        assertThat(parsed.complete()).isTrue();
        assertThat(parsed.feed().entries()).hasSize(2);
    }

    @Test
    void cutsLongWordsAnywhere() {
        for (int length = 2_030; length < 2_060; length++) {
            String word = "a".repeat(length) + "<![CDATA[b]]>c<!-- d -->&amp;<e>";
            assertThat(Feeds.item("<guid>" + word + "</guid>").id()).hasSizeBetween(2_000, 2_048);
        }
    }

    @Test
    void keepsTheNewestOfAnOldestFirstFeed() {
        StringBuilder items = new StringBuilder("<rss><channel>");
        for (int i = 0; i < 20_000; i++) {
            items.append("<item><guid>").append(i).append("</guid><pubDate>");
            items.append(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(i * 60L))
                    .append("</pubDate></item>");
        }
        Parsed parsed = Feeds.parsed(items + "</channel></rss>");
        assertThat(parsed.complete()).isFalse();
        assertThat(parsed.feed().entries()).hasSize(Limits.USUAL.kept());
        assertThat(parsed.feed().entries().get(0).id()).isEqualTo("10000");
    }
}
