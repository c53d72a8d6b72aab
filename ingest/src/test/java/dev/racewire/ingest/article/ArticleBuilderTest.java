// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.ingest.feedlist.ListedFeed;
import dev.racewire.ingest.feedlist.Outlet;
import dev.racewire.ingest.parse.FeedHints;
import dev.racewire.ingest.parse.ParsedEntry;
import dev.racewire.ingest.parse.ParsedFeed;
import dev.racewire.ingest.state.States;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArticleBuilderTest {

    private static ParsedEntry entry(@Nullable String title, @Nullable String link, @Nullable String guid) {
        return new ParsedEntry(title, link, guid, null, null, "summary", "", null);
    }

    private static List<Sighting> build(String feedUrl, ParsedEntry... entries) {
        ParsedFeed parsed = new ParsedFeed("t", null, null, "en", null, null, null, FeedHints.NONE, List.of(entries));
        return ArticleBuilder.build(ListedFeed.of(feedUrl, Outlet.named("o")), parsed, States.NOON);
    }

    private static List<String> ids(String feedUrl, ParsedEntry... entries) {
        return build(feedUrl, entries).stream().map(Sighting::id).toList();
    }

    @Test
    void namesAnArticleByItsAddressInWhateverFeed() {
        assertThat(ids("https://a.example/1", entry("x", "https://n.example/1?utm_source=a", "g1")))
                .isEqualTo(ids("https://b.example/2", entry("y", "https://N.example/1#c", "g2")));
    }

    @Test
    void namesItByItsGuidWhereThereIsNoAddress() {
        var site = ids("https://feeds.n.example/1", entry("x", null, "4711"));
        assertThat(ids("https://www.n.example/2", entry("y", null, "4711"))).isEqualTo(site);
        assertThat(ids("https://other.example/2", entry("y", null, "4711"))).isNotEqualTo(site);
        assertThat(ids("https://a.example/", entry("x", null, "urn:uuid:1")))
                .isEqualTo(ids("https://b.example/", entry("y", null, "URN:UUID:1")));
    }

    @Test
    void repairsOneGuidAndOneLinkForAllItems() {
        String home = "https://n.example/section";
        assertThat(ids("https://n.example/f", entry("a", home, "x"), entry("b", home, "x"), entry("c", home, "x")))
                .hasSize(3)
                .doesNotHaveDuplicates();
        assertThat(ids("https://n.example/f", entry("a", home, "1"), entry("b", home, "2")))
                .hasSize(2);
    }

    @Test
    void takesTheFirstMentionOfALivePage() {
        ParsedEntry[] entries = new ParsedEntry[6];
        entries[0] = entry("live, latest", "https://n.example/live", "l2");
        entries[1] = entry("live, before", "https://n.example/live", "l1");
        for (int i = 2; i < 6; i++) {
            entries[i] = entry("t" + i, "https://n.example/" + i, "g" + i);
        }
        assertThat(build("https://n.example/f", entries)).hasSize(5).first().returns("live, latest", Sighting::title);
    }

    @Test
    void leavesOutWhatHasNoName() {
        assertThat(build("https://n.example/f", entry(null, null, null), entry(" ", null, null)))
                .isEmpty();
    }

    @Test
    void seesNoEditInBlanksCaseOrDates() {
        ParsedEntry plain = new ParsedEntry("A  Title", "https://n.example/1", null, States.NOON, null, "s", "", "en");
        ParsedEntry same = new ParsedEntry(
                "a title ", "https://n.example/1", null, Instant.EPOCH, States.NOON, " S", "more", "en");
        ParsedEntry edit = new ParsedEntry("A Title!", "https://n.example/1", null, null, null, "s", "", "en");
        String hash = build("https://n.example/f", plain).get(0).contentHash();
        assertThat(build("https://n.example/f", same).get(0).contentHash()).isEqualTo(hash);
        assertThat(build("https://n.example/f", edit).get(0).contentHash()).isNotEqualTo(hash);
    }

    @Test
    void boundsTextsWithoutCuttingACharacter() {
        ParsedEntry endless = new ParsedEntry(
                "t",
                "https://n.example/1",
                null,
                null,
                null,
                "x" + "\uD83D\uDE00".repeat(5_000),
                "c".repeat(99_999),
                null);
        Sighting sighting = build("https://n.example/f", endless).get(0);
        assertThat(sighting.summary()).hasSize(3_999);
        assertThat(sighting.content()).hasSize(16_000);
        assertThat(sighting.language()).isEqualTo("en");
    }
}
