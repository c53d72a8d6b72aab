// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.dashboard.Feeding;
import dev.racewire.dashboard.News;
import dev.racewire.schemas.ArticleState;
import dev.racewire.schemas.RetractionReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ViewTest {

    /** More than are kept at hand, so that both ways of finding what was missed are taken. */
    @Test
    void tellsWhatAReaderMissedHoweverLongAgo() {
        Feeding feeding = new Feeding();
        Positions beginning = feeding.publish(NOW).articles().positions();
        for (int i = 0; i < 10_500; i++) {
            feeding.article(News.article("a" + i, NOW, "US", "chips").build());
        }
        Positions late = feeding.publish(NOW).articles().positions();
        feeding.article(News.article("a7", NOW, "CN", "chips").setRevision(2).build());
        feeding.article(News.article("b", NOW, "US", "chips").build());
        feeding.article(News.article("b", NOW, "CN", "chips").setRevision(2).build());
        Articles articles = feeding.publish(NOW).articles();
        assertThat(articles.unseen(beginning))
                .extracting(ArticleEntry::id)
                .hasSize(10_501)
                .doesNotHaveDuplicates();
        assertThat(articles.unseen(late)).extracting(ArticleEntry::id).containsExactlyInAnyOrder("a7", "b");
        assertThat(articles.unseen(late)).extracting(ArticleEntry::revision).containsOnly(2);
        assertThat(articles.unseen(articles.positions())).isEmpty();
    }

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final Feeding feeding = new Feeding();

    @Test
    void anEditReplacesTheArticle() {
        feeding.article(News.article("a", NOW, "AA", "one").build()).publish(NOW);
        feeding.article(News.article("a", NOW, "BB", "one").setRevision(2).build());
        Articles articles = feeding.publish(NOW).articles();
        assertThat(ids(articles)).containsExactly("a");
        assertThat(articles.find("a").orElseThrow().revision()).isEqualTo(2);
    }

    @Test
    void aRetractedArticleLeavesTheSpansAndItsStory() {
        feeding.article(News.article("a", NOW, "AA", "one").setStoryId("s").build());
        feeding.article(News.article("b", NOW, "AA", "one").setStoryId("s").build())
                .publish(NOW);
        feeding.article(News.article("a", NOW, "AA", "one")
                .setStoryId("s")
                .setState(ArticleState.RETRACTED)
                .setReason(RetractionReason.WITHDRAWN)
                .setRevision(2)
                .build());
        Articles articles = feeding.publish(NOW).articles();
        assertThat(ids(articles)).containsExactly("b");
        assertThat(articles.story("s")).extracting(ArticleEntry::id).containsExactly("b");
        assertThat(articles.find("a")).isPresent();
    }

    @Test
    void aSnapshotStaysAsItWas() {
        Articles before = feeding.article(News.article("a", NOW, "AA", "one").build())
                .publish(NOW)
                .articles();
        feeding.article(News.article("b", NOW, "AA", "one").build());
        Articles after = feeding.publish(NOW).articles();
        assertThat(ids(before)).containsExactly("a");
        assertThat(ids(after)).containsExactly("a", "b");
    }

    @Test
    void nothingIsPublishedWhereNothingChanged() {
        Articles before = feeding.article(News.article("a", NOW, "AA", "one").build())
                .publish(NOW)
                .articles();
        assertThat(feeding.publish(NOW.plusSeconds(1)).articles()).isSameAs(before);
    }

    @Test
    void whatIsOlderThanTheViewKeepsIsForgotten() {
        feeding.article(
                News.article("old", NOW.minus(Duration.ofDays(40)), "AA", "one").build());
        feeding.article(News.article("new", NOW, "AA", "one").build());
        Articles articles = feeding.publish(NOW).articles();
        assertThat(ids(articles)).containsExactly("new");
        assertThat(articles.find("old")).isEmpty();
        feeding.article(News.article("late", NOW.minus(Duration.ofDays(40)), "AA", "one")
                .build());
        assertThat(ids(feeding.publish(NOW).articles())).containsExactly("new");
    }

    @Test
    void theOldestGoWhereTheViewIsFull() {
        Feeding small = new Feeding(new View(Duration.ofDays(32), 10));
        for (int hour = 0; hour < 20; hour++) {
            small.article(News.article("a" + hour, NOW.minus(Duration.ofHours(hour)), "AA", "one")
                    .build());
        }
        Articles articles = small.publish(NOW).articles();
        assertThat(articles.size()).isEqualTo(10);
        assertThat(ids(articles)).contains("a0").doesNotContain("a10");
        assertThat(articles.edition().keptFrom())
                .isEqualTo(NOW.minus(Duration.ofHours(9)).toEpochMilli());
    }

    @Test
    void aReaderThatComesBackSeesWhatItMissedOnce() {
        feeding.article(News.article("a", NOW, "AA", "one").build());
        Positions seen = feeding.publish(NOW).articles().positions();
        feeding.article(News.article("b", NOW, "AA", "one").build());
        feeding.article(News.article("a", NOW, "AA", "two").setRevision(2).build());
        Articles articles = feeding.publish(NOW).articles();
        assertThat(articles.unseen(seen)).extracting(ArticleEntry::id).containsExactlyInAnyOrder("a", "b");
        assertThat(articles.unseen(articles.positions())).isEmpty();
    }

    private static List<String> ids(Articles articles) {
        List<String> ids = new ArrayList<>();
        articles.between(Long.MIN_VALUE / 2, Long.MAX_VALUE / 2, Set.of(), entry -> ids.add(entry.id()));
        return ids;
    }
}
