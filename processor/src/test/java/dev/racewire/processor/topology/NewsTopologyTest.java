// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.processor.verdict.Outcome.Kind;
import dev.racewire.schemas.ArticleState;
import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.schemas.Count;
import dev.racewire.schemas.DeadLetterHeaders;
import dev.racewire.schemas.RetractionReason;
import dev.racewire.schemas.StateMedia;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The way from sightings to counts, without a broker. */
class NewsTopologyTest {

    private static final String HOUR = "|PT1H|2026-03-10T12:00:00Z";
    private static final String DAY = "|P1D|2026-03-10T00:00:00Z";

    private final NewsRoom room = new NewsRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void countsAnArticleInEachCellOfItsCountriesAndTopics() {
        room.show(Sighting.of("1", "en US,CN chips,trade rivalry").stateMedia(StateMedia.YES));

        assertThat(room.counts().keySet())
                .containsExactlyInAnyOrder(
                        "*|*" + HOUR,
                        "*|chips" + HOUR,
                        "*|trade" + HOUR,
                        "US|*" + HOUR,
                        "US|chips" + HOUR,
                        "US|trade" + HOUR,
                        "CN|*" + HOUR,
                        "CN|chips" + HOUR,
                        "CN|trade" + HOUR,
                        "*|*" + DAY,
                        "*|chips" + DAY,
                        "*|trade" + DAY,
                        "US|*" + DAY,
                        "US|chips" + DAY,
                        "US|trade" + DAY,
                        "CN|*" + DAY,
                        "CN|chips" + DAY,
                        "CN|trade" + DAY);
        assertThat(room.counts().values())
                .allSatisfy(count -> assertThat(List.of(
                                count.getArticles(),
                                count.getStories(),
                                count.getPublishers(),
                                count.getRivalries(),
                                count.getStateMediaArticles(),
                                count.getRevision()))
                        .containsOnly(1L));
        assertThat(room.counts().values())
                .extracting(Count::getTaxonomyVersions)
                .containsOnly(List.of("t1"));
    }

    @Test
    void leavesOutOfScopeArticlesAlone() {
        room.show(Sighting.of("1", "en -"));

        assertThat(room.articles()).isEmpty();
        assertThat(room.counts()).isEmpty();
        assertThat(room.heard).containsExactly(Kind.FIRST);
    }

    @Test
    void movesAnEditedArticleFromCellToCell() {
        Sighting first = Sighting.of("1", "en US,CN chips");
        room.show(first, first.labels("en US,JP chips,trade").later(Duration.ofMinutes(5)));

        assertThat(room.articlesIn("CN|chips" + HOUR)).isZero();
        assertThat(room.articlesIn("JP|trade" + HOUR)).isOne();
        assertThat(room.articlesIn("US|chips" + HOUR)).isOne();
        assertThat(room.count("CN|chips" + HOUR).getRevision()).isEqualTo(2);
        assertThat(room.article("1").getRevision()).isEqualTo(2);
    }

    @Test
    void retractsAnArticleThatAnEditTakesOutOfScope() {
        Sighting first = Sighting.of("1", "en US chips");
        room.show(first, first.labels("en -").later(Duration.ofMinutes(5)));

        assertThat(room.article("1").getState()).isEqualTo(ArticleState.RETRACTED);
        assertThat(room.article("1").getReason()).isEqualTo(RetractionReason.EDITED);
        assertThat(room.counts().values()).allSatisfy(count -> {
            assertThat(count.getArticles()).isZero();
            assertThat(count.getStories()).isZero();
            assertThat(count.getPublishers()).isZero();
            assertThat(count.getTaxonomyVersions()).isEmpty();
        });
    }

    @Test
    void ignoresRepeatedAndOutdatedSightings() {
        Sighting first = Sighting.of("1", "en US chips");
        Sighting edit = first.labels("en CN chips").later(Duration.ofMinutes(5));
        room.show(first, first, edit, first, first.labels("en JP chips").later(Duration.ofMinutes(2)), edit);

        assertThat(room.heard)
                .containsExactly(Kind.FIRST, Kind.REPEATED, Kind.EDITED, Kind.OUTDATED, Kind.OUTDATED, Kind.REPEATED);
        assertThat(room.article("1").getRevision()).isEqualTo(2);
        assertThat(room.articlesIn("CN|chips" + HOUR)).isOne();
        assertThat(room.articlesIn("US|chips" + HOUR)).isZero();
    }

    @Test
    void letsOtherFeedsJoinWithoutAWordInTheText() {
        Sighting first = Sighting.of("1", "en US chips");
        room.show(first, first.feed("b").labels("en JP trade").later(Duration.ofMinutes(5)));

        ClassifiedArticle article = room.article("1");
        assertThat(article.getFeeds()).containsExactly("https://a.example/feed", "https://b.example/feed");
        assertThat(article.getRevision()).isOne();
        assertThat(room.count("US|chips" + HOUR).getRevision()).isOne();
        assertThat(room.articlesIn("JP|trade" + HOUR)).isZero();
    }

    @Test
    void keepsLateAndUndatedBackfillOutOfAllCells() {
        room.show(
                Sighting.of("late", "en US chips").published(Sighting.NOON.minus(Duration.ofDays(31))),
                Sighting.of("undated", "en US chips").undated().inBackfill());

        assertThat(room.counts()).isEmpty();
        assertThat(room.coverage()).isEmpty();
        assertThat(room.articles().values())
                .extracting(ClassifiedArticle::getCounted)
                .containsOnly(false);
        assertThat(room.heard).containsExactly(Kind.LATE, Kind.UNDATED_BACKFILL);
    }

    @Test
    void withdrawsAnArticleWithItsWords() {
        room.show(Sighting.of("1", "en US chips"));
        room.withdraw("1", Sighting.NOON.plusSeconds(60));
        room.show(Sighting.of("1", "en CN chips").later(Duration.ofMinutes(5)));

        ClassifiedArticle article = room.article("1");
        assertThat(article.getReason()).isEqualTo(RetractionReason.WITHDRAWN);
        assertThat(article.getTitle() + article.getSummary()).isEmpty();
        assertThat(room.articlesIn("US|chips" + HOUR)).isZero();
        assertThat(room.articlesIn("CN|chips" + HOUR)).isZero();
    }

    @Test
    void addsUpCoverageOnceForEachArticle() {
        Sighting first = Sighting.of("1", "en US chips");
        room.show(first, first.feed("b"), Sighting.of("2", "en -"), Sighting.of("3", "id -"));
        room.show(first.labels("en -").later(Duration.ofMinutes(5)));

        assertThat(room.coverage("en|GB" + HOUR).getArticlesSeen()).isEqualTo(2);
        assertThat(room.coverage("en|GB" + HOUR).getArticlesInScope()).isZero();
        assertThat(room.coverage("id|GB" + DAY).getArticlesSeen()).isOne();
    }

    @Test
    void setsAnUnjudgeableArticleAsideAndGoesOn() {
        Sighting broken = Sighting.of("1", "broken");
        room.show(Sighting.of("2", "en US chips"), broken, Sighting.of("3", "en US chips"));

        TestRecord<byte[], byte[]> letter = room.deadLetters().get(0);
        assertThat(letter.key()).isEqualTo("1".getBytes(StandardCharsets.UTF_8));
        assertThat(letter.value()).isEqualTo(broken.bytes());
        assertThat(headers(letter.headers()))
                .containsEntry(DeadLetterHeaders.STAGE, DeadLetterHeaders.JUDGING)
                .containsEntry(DeadLetterHeaders.ORIGIN_TOPIC, "racewire-articles")
                .containsEntry(DeadLetterHeaders.ORIGIN_PARTITION, "0")
                .containsEntry(DeadLetterHeaders.ORIGIN_OFFSET, "1");
        assertThat(room.articlesIn("US|chips" + HOUR)).isEqualTo(2);
    }

    @Test
    void goesOnAfterAnUnreadableRecord() {
        room.send("poison", "no article".getBytes(StandardCharsets.UTF_8), Sighting.NOON);
        room.show(Sighting.of("2", "en US chips"));

        assertThat(room.articlesIn("US|chips" + HOUR)).isOne();
    }

    @Test
    void leavesAnArticleOlderThanTheHorizonAsItIs() {
        Sighting first = Sighting.of("1", "en US chips");
        room.show(first, first.labels("en CN chips").later(Duration.ofDays(30).plusMinutes(1)));

        assertThat(room.heard).containsExactly(Kind.FIRST, Kind.FROZEN);
        assertThat(room.articlesIn("US|chips" + HOUR)).isOne();
    }

    @Test
    void forgetsWhatIsAWeekOlderThanTheHorizon() {
        room.show(Sighting.of("1", "en US chips"));
        room.passTime(Duration.ofDays(40));
        assertThat(room.entriesOfAllStores()).isPositive();

        // Time passes only with records: after a long stop the past is still to come.
        Sighting.ROWS_AND_LANGUAGES.forEach(labels -> room.show(Sighting.of(labels, labels)
                .later(Duration.ofDays(40))
                .published(Sighting.NOON.plus(Duration.ofDays(40)))));
        room.passTime(Duration.ofMinutes(5));

        assertThat(room.keysOfAllStores()).isNotEmpty().noneMatch(key -> key.contains("2026-03-10") || key.equals("1"));
    }

    @Test
    void tellsTheStoryOfACopyAndKeepsItWhenTheHeadLeaves() {
        String title = "Beijing bars foreign accelerators from state data centres by June";
        Sighting head = Sighting.of("1", "en CN chips").title(title);
        Sighting copy = Sighting.of("2", "en CN chips").feed("b").title("UPDATE 1-" + title + " - The Paper");
        room.show(
                head,
                copy,
                Sighting.of("3", "en CN chips").feed("c").title("Seoul pays for ten thousand accelerators"));

        assertThat(room.article("1").getStoryId()).isEqualTo(room.article("2").getStoryId());
        assertThat(room.count("CN|chips" + HOUR).getStories()).isEqualTo(2);

        String story = room.article("2").getStoryId();
        room.show(head.labels("en -").later(Duration.ofMinutes(5)));

        assertThat(room.article("2").getStoryId()).isEqualTo(story);
        assertThat(room.count("CN|chips" + HOUR).getStories()).isEqualTo(2);
        assertThat(room.count("CN|chips" + HOUR).getArticles()).isEqualTo(2);
    }

    @Test
    void findsAnotherStoryOnlyForAnEditThatMadeAnotherText() {
        Sighting head =
                Sighting.of("1", "en CN chips").title("Beijing bars foreign accelerators from state data centres");
        Sighting copy = head.as("2").feed("b");
        room.show(head, copy);
        String story = room.article("1").getStoryId();

        room.show(copy.title("Beijing bars foreign accelerators from all data centres")
                .later(Duration.ofHours(1)));
        assertThat(room.article("2").getStoryId()).isEqualTo(story);

        room.show(copy.title("Tokyo opens its largest laboratory for language models")
                .later(Duration.ofHours(2)));
        assertThat(room.article("2").getStoryId()).isNotEqualTo(story);
        assertThat(room.count("CN|chips" + HOUR).getStories()).isEqualTo(2);

        String own = room.article("1").getStoryId();
        room.show(head.title("Paris lends its grid to builders of clusters").later(Duration.ofHours(3)));
        assertThat(room.article("1").getStoryId()).isEqualTo(own).isEqualTo(story);
    }

    private static Map<String, String> headers(Headers headers) {
        Map<String, String> texts = new TreeMap<>();
        headers.forEach(header -> texts.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return texts;
    }
}
