// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.racewire.processor.verdict.Outcome.Kind;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of articles when another taxonomy comes into force. */
class PromotionTest {

    private static final String HOUR = "|PT1H|2026-03-10T12:00:00Z";

    private final NewsRoom room = new NewsRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void judgesAgainUnderAPromotedTaxonomy() {
        Sighting old = Sighting.of("1", "en US chips");
        room.show(old);
        room.promote("t2");
        room.show(Sighting.of("2", "en US chips"));
        assertThat(room.count("US|chips" + HOUR).getTaxonomyVersions()).containsExactly("t1", "t2");

        room.show(old);

        assertThat(room.heard).endsWith(Kind.RECLASSIFIED);
        assertThat(room.article("1").getTaxonomyVersion()).isEqualTo("t2");
        assertThat(room.count("US|chips" + HOUR).getTaxonomyVersions()).containsExactly("t2");
        assertThat(room.articlesIn("US|chips" + HOUR)).isEqualTo(2);
    }

    @Test
    void judgesAgainWhenAskedAndOnlyTheCurrentContent() {
        Sighting old = Sighting.of("1", "en US chips");
        Sighting edited = old.labels("en US trade").later(Duration.ofMinutes(5));
        Sighting other = edited.feed("b");
        room.show(old, edited, other);
        room.promote("t2");

        room.judgeAgain(old, 1, edited.fetched());
        room.judgeAgain(other, 1, edited.fetched());
        assertThat(room.heard).endsWith(Kind.OUTDATED, Kind.OUTDATED);
        room.judgeAgain(edited, 1, edited.fetched());
        room.judgeAgain(edited, 1, edited.fetched());

        assertThat(room.heard).endsWith(Kind.RECLASSIFIED, Kind.REPEATED);
        assertThat(room.article("1").getTaxonomyVersion()).isEqualTo("t2");
        assertThat(room.articlesIn("US|trade" + HOUR)).isEqualTo(1);
        assertThat(room.articlesIn("US|chips" + HOUR)).isZero();
        assertThat(room.count("US|trade" + HOUR).getTaxonomyVersions()).containsExactly("t2");
    }

    @Test
    void makesNoArticleOfARequestToJudgeAgain() {
        Sighting withdrawn = Sighting.of("1", "en US chips");
        room.show(withdrawn);
        room.withdraw("1", Sighting.NOON);
        room.promote("t2");

        room.judgeAgain(withdrawn, 1, Sighting.NOON);
        room.judgeAgain(Sighting.of("2", "en US chips"), 1, Sighting.NOON);

        assertThat(room.heard).endsWith(Kind.WITHDRAWN_BEFORE, Kind.UNKNOWN);
        assertThat(room.articlesIn("US|chips" + HOUR)).isZero();
    }

    @Test
    void leavesFrozenArticlesAsTheyAre() {
        Sighting old = Sighting.of("1", "en US chips");
        room.show(old);
        room.promote("t2");

        room.judgeAgain(old, 1, Sighting.NOON.plus(Duration.ofDays(31)));

        assertThat(room.heard).endsWith(Kind.FROZEN);
    }

    @Test
    void doesNotJudgeBeforeThePromotionThatIsAskedFor() {
        Sighting old = Sighting.of("1", "en US chips");
        room.show(old);

        assertThatThrownBy(() -> room.judgeAgain(old, 7, Sighting.NOON))
                .rootCause()
                .hasMessageContaining("offset 7 of racewire-taxonomies was not heard of");
        assertThat(room.deadLetters()).isEmpty();
    }
}
