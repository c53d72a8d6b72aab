// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final Instant BEGIN = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void theSameSeedKillsTheSameProcessesAfterTheSamePauses() {
        assertThat(KillPlan.of(5, 10)).isEqualTo(KillPlan.of(5, 10)).isNotEqualTo(KillPlan.of(6, 10));
    }

    @Test
    void tenKillsHitEveryProcessMoreThanOnce() {
        for (Role role : Role.values()) {
            assertThat(KillPlan.of(7, 10).stream().filter(kill -> kill.victim() == role))
                    .hasSizeGreaterThan(1);
        }
    }

    @Test
    void theSameSeedShowsTheSameNewsAndSomeOfItIsEdited() {
        NewsPlan plan = plan(3);

        assertThat(plan.articles()).hasSize(80).containsExactlyElementsOf(plan(3).articles());
        assertThat(plan.articles()).anyMatch(Shown::edited).anyMatch(article -> !article.edited());
        assertThat(plan.articles()).isNotEqualTo(plan(4).articles());
    }

    @Test
    void aPartIsThereAtOnceAndTheRestComesOnlyLater() {
        assertThat(plan(3).shownBy(BEGIN)).isEqualTo(4 * 8);
        assertThat(plan(3).end()).isEqualTo(Instant.MAX);
    }

    private static NewsPlan plan(long seed) {
        return NewsPlan.of(seed, BEGIN, Duration.ofSeconds(20), 4, 20);
    }
}
