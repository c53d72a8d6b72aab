// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.dashboard.Feeding;
import dev.racewire.dashboard.News;
import dev.racewire.schemas.Count;
import dev.racewire.schemas.Topics;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant DAY = Instant.parse("2026-11-24T00:00:00Z");

    private final Feeding feeding = new Feeding();
    private final Agreement agreement = new Agreement();

    AgreementTest() {
        feeding.article(News.article("a", NOW.minusSeconds(60), "US", "chips").build());
        List.of("US|chips", "US|*", "*|chips", "*|*").forEach(cell -> count(cell, 1));
    }

    @Test
    void findsNothingWhereBothSayTheSame() {
        look();
        look();
        assertThat(agreement.differences()).isEmpty();
    }

    @Test
    void namesACellThatStaysOther() {
        count("US|chips", 2);
        look();
        assertThat(agreement.differences()).as("may be on its way").isEmpty();
        look();
        assertThat(agreement.differences()).containsExactly(new Agreement.Difference("US", "chips", DAY, 1, 2, 1, 2));
        count("US|chips", 1);
        look();
        assertThat(agreement.differences()).isEmpty();
    }

    @Test
    void namesACellThatTheCountsLack() {
        feeding.article(News.article("b", NOW.minusSeconds(50), "FR", "").build());
        look();
        look();
        assertThat(agreement.differences())
                .extracting(Agreement.Difference::country)
                .containsExactlyInAnyOrder("FR", "*");
    }

    private void look() {
        var view = feeding.publish(NOW);
        agreement.look(view.articles(), view.counts(), NOW);
    }

    private void count(String cell, long articles) {
        String[] parts = cell.split("[|]");
        feeding.put(
                Topics.COUNTS,
                cell + "|P1D|" + DAY,
                new Count(
                        parts[0],
                        parts[1],
                        "P1D",
                        DAY,
                        DAY.plusSeconds(86_400),
                        articles,
                        articles,
                        1L,
                        0L,
                        0L,
                        1L,
                        List.of()));
    }
}
