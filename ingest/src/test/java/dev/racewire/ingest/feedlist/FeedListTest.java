// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.feedlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.racewire.schemas.StateMedia;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedListTest {

    private static FeedList parse(String text) throws IOException {
        return FeedList.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void bringsAListOfSixHundredFeedsWithoutAFault() {
        FeedList list = FeedList.bundled();
        assertThat(list.problems()).isEmpty();
        assertThat(list.feeds()).hasSize(600);
        assertThat(list.feeds()).allSatisfy(feed -> {
            assertThat(feed.outlet().country()).matches("[A-Z]{2}");
            assertThat(feed.outlet().language()).matches("[a-z]{2,3}(-[A-Z]{2})?");
            assertThat(feed.outlet().publisher()).isNotBlank();
            assertThat(feed.outlet().stateMedia()).isNotEqualTo(StateMedia.UNKNOWN);
            assertThat(FeedUrl.problem(feed.outlet().site())).isEmpty();
        });
    }

    @Test
    void readsCsvWithItsColumnsInAnyOrder() throws IOException {
        FeedList list = parse("\uFEFF" + """
                URL,Name,min_interval,state_media,enabled,other
                https://a.example/f,"A, the paper",15m,public,false,x
                """);
        assertThat(list.problems()).isEmpty();
        ListedFeed feed = list.feeds().get(0);
        assertThat(feed.outlet().name()).isEqualTo("A, the paper");
        assertThat(feed.minInterval()).isEqualTo(Duration.ofMinutes(15));
        assertThat(feed.outlet().stateMedia()).isEqualTo(StateMedia.PUBLIC);
        assertThat(feed.enabled()).isFalse();
        assertThat(feed.outlet().country()).isEqualTo("ZZ");
    }

    @Test
    void takesTheLinesThatAreRightAndNamesTheOthers() throws IOException {
        FeedList list = parse("""
                name,url,max_interval
                A,https://a.example/,
                B,ftp://b.example/,
                C,https://c.example/
                D,https://a.example/,
                E,https://e.example/,soon
                F,https://f.example/,1h
                """);
        assertThat(list.feeds())
                .extracting(ListedFeed::url)
                .containsExactly("https://a.example/", "https://f.example/");
        assertThat(list.problems()).extracting(FeedListProblem::line).containsExactly(3L, 4L, 5L, 6L);
        assertThat(list.problems().get(2)).hasToString("line 5: listed before: https://a.example/");
    }

    @Test
    void keepsWhatStandsBeforeAQuoteThatIsNeverClosed() throws IOException {
        FeedList list = parse("url,name\nhttps://a.example/,A\nhttps://b.example/,\"B\nhttps://c.example/,C\n");
        assertThat(list.feeds()).extracting(ListedFeed::url).contains("https://a.example/");
        assertThat(list.problems()).singleElement().asString().contains("a quotation mark is never closed");
        assertThat(list.whole()).isFalse();
        assertThatThrownBy(() -> parse("\"url,name\nhttps://a.example/,A\n"))
                .hasMessageContaining("a quotation mark is never closed");
    }

    @Test
    void saysThatAListIsTooLongWhateverItsForm() throws IOException {
        StringBuilder csv = new StringBuilder("url\n");
        StringBuilder opml = new StringBuilder("<opml><body>\n");
        for (int i = 0; i <= FeedList.MOST_FEEDS; i++) {
            csv.append("http://p").append(i).append(".example/\n");
            opml.append("<outline xmlUrl=\"http://p").append(i).append(".example/\"/>\n");
        }
        for (String text : List.of(csv.toString(), opml.append("</body></opml>").toString())) {
            FeedList list = parse(text);
            assertThat(list.feeds()).hasSize(FeedList.MOST_FEEDS);
            assertThat(list.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.line()).isEqualTo(FeedList.MOST_FEEDS + 2L);
                assertThat(problem.message()).contains("more than 200,000 feeds");
            });
            assertThat(list.whole()).isFalse();
        }
    }

    @Test
    void countsTheLinesThatItDoesNotTell() throws IOException {
        assertThat(parse("url\n" + "ftp://a.example/\n".repeat(1_500)).problems())
                .hasSize(1_001)
                .first()
                .asString()
                .isEqualTo("500 more lines than are told here");
    }

    @Test
    void refusesWhatIsNoList() {
        for (String text : List.of("", "hello\nworld", "<html><body/></html>", "<opml", "{}")) {
            assertThatThrownBy(() -> parse(text)).as(text).isInstanceOf(IOException.class);
        }
    }

    @Test
    void readsOpmlAtAnyDepth() throws IOException {
        FeedList list = parse("""
                <?xml version="1.0"?>
                <opml version="1.0"><body><outline text="Folder">
                <outline text="A &amp; B" type="rss" xmlurl="https://a.example/" htmlUrl="https://www.a.example/"/>
                <outline xmlUrl="file:///etc/passwd" text="x"/></outline>
                <outline xmlUrl="https://b.example/"/></body></opml>
                """);
        assertThat(list.feeds()).extracting(f -> f.outlet().name()).containsExactly("A & B", "b.example");
        assertThat(list.problems()).extracting(FeedListProblem::line).containsExactly(4L);
    }

    @Test
    void resolvesNoEntityOfAnOpmlList() {
        String bomb = "<?xml version=\"1.0\"?><!DOCTYPE opml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + "<opml><body><outline text=\"&x;\" xmlUrl=\"https://a.example/\"/></body></opml>";
        assertThatThrownBy(() -> parse(bomb)).isInstanceOf(IOException.class).hasMessageContaining("DOCTYPE");
    }

    @Test
    void keepsWhatStandsBeforeTheBreakInOpml() throws IOException {
        FeedList list = parse("<opml><body><outline xmlUrl=\"https://a.example/\"/>\n<outline xmlUrl=");
        assertThat(list.feeds()).hasSize(1);
        assertThat(list.problems()).hasSize(1);
    }

    @Test
    void survivesAMillionOutlines() throws IOException {
        String text = "<opml><body>" + "<outline text=\"x\">".repeat(1_000_000);
        assertThat(parse(text).problems()).hasSize(1);
    }

    @Test
    void writesWhatItReads(@TempDir Path directory) throws IOException {
        List<ListedFeed> feeds = FeedList.bundled().feeds();
        Path csv = Files.writeString(directory.resolve("list.csv"), CsvFeedList.write(feeds));
        assertThat(FeedList.read(csv).feeds()).isEqualTo(feeds);
        Path opml = Files.writeString(directory.resolve("list.opml"), OpmlFeedList.write(feeds));
        assertThat(FeedList.read(opml).problems()).isEmpty();
        assertThat(FeedList.read(opml).feeds())
                .extracting(ListedFeed::outlet)
                .isEqualTo(feeds.stream().map(ListedFeed::outlet).toList());
    }
}
