// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.schemas.Article;
import dev.racewire.schemas.Outlet;
import dev.racewire.schemas.StateMedia;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is kept of an article tells its newest text from what is older or not its owner's. */
class SeenArticleTest {

    private static final Instant FETCHED = Instant.parse("2026-03-01T08:00:00Z");
    private static final String OWNER = "https://paper.example/feed";
    private static final SeenArticle FIRST = SeenArticle.first(sighting(OWNER, FETCHED), OWNER);

    @Test
    void fixesWhatTheFirstSightingSaid() {
        RetainedTexts.FirstSeen first =
                FIRST.shownAgain(sighting(OWNER, FETCHED.plusSeconds(60))).firstSeen();
        assertThat(first).isEqualTo(new RetainedTexts.FirstSeen(OWNER, FETCHED, FETCHED.minusSeconds(5), false));
        assertThat(first.is(sighting(OWNER, FETCHED))).isTrue();
        assertThat(first.is(sighting(OWNER, FETCHED.plusSeconds(60)))).isFalse();
    }

    @Test
    void keepsAnUndatedOneUndated() {
        Article undated = sighting(OWNER, FETCHED, null);
        assertThat(SeenArticle.first(undated, OWNER).firstSeen().published()).isNull();
    }

    @Test
    void takesOnlyNewerTextsOfItsOwner() {
        assertThat(FIRST.shownAgain(sighting(OWNER, FETCHED))).isSameAs(FIRST);
        assertThat(FIRST.shownAgain(sighting(OWNER, FETCHED.minusMillis(1)))).isSameAs(FIRST);
        assertThat(FIRST.shownAgain(sighting("https://other.example/feed", FETCHED.plusSeconds(60))))
                .isSameAs(FIRST);
        SeenArticle newer = FIRST.shownAgain(sighting(OWNER, FETCHED.plusMillis(1)));
        assertThat(newer).isNotEqualTo(FIRST);
        assertThat(newer.shownAgain(sighting(OWNER, FETCHED.plusMillis(1)))).isSameAs(newer);
    }

    @Test
    void tellsIdsApartWhateverTheyLookLike() {
        List<String> ids = List.of(
                "00000000000000000000000000000001",
                "00000000000000010000000000000000",
                "ffffffffffffffffffffffffffffffff",
                "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
                "fffffffffffffffffffffffffffffff",
                "");
        assertThat(ids.stream().map(SeenArticle::key)).doesNotHaveDuplicates();
        assertThat(Stream.of(0, 1).map(i -> SeenArticle.key(ids.get(2))).distinct())
                .hasSize(1);
    }

    private static Article sighting(String feed, Instant fetched) {
        return sighting(feed, fetched, FETCHED.minusSeconds(5));
    }

    @SuppressWarnings("NullAway") // Avro's builders take null where the schema does
    private static Article sighting(String feed, Instant fetched, @Nullable Instant published) {
        return Article.newBuilder()
                .setId("00000000000000000000000000000001")
                .setFeedUrl(feed)
                .setOutlet(new Outlet("Paper", "", "en", "GB", "general", "House", StateMedia.NO))
                .setLink("https://paper.example/1")
                .setTitle("A title")
                .setSummary("")
                .setLanguage("en")
                .setFetched(fetched)
                .setPublished(published)
                .setContentHash("1")
                .build();
    }
}
