// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.app.health.Silence.News;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SilenceTest {

    private static final Instant START = Instant.parse("2026-11-25T12:00:00Z");

    private final Silence silence = new Silence(Duration.ofSeconds(15));

    @Test
    void aLateAnswerIsNoNews() {
        assertThat(ask(false, 0, 5)).isEqualTo(News.NONE);
        assertThat(ask(false, 10, 14)).isEqualTo(News.NONE);
        assertThat(ask(true, 14, 14)).isEqualTo(News.NONE);
        assertThat(ask(false, 20, 34)).as("counted anew").isEqualTo(News.NONE);
        assertThat(silence.awaySince()).isEmpty();
    }

    @Test
    void aLastingSilenceIsToldOnceAndSoIsItsEnd() {
        ask(true, 0, 0);
        ask(false, 5, 10);
        assertThat(ask(false, 15, 20)).isEqualTo(News.AWAY);
        assertThat(ask(false, 25, 30)).isEqualTo(News.NONE);
        assertThat(silence.awaySince()).contains(START.plusSeconds(5));

        assertThat(ask(true, 35, 35)).isEqualTo(News.BACK);
        assertThat(ask(true, 40, 40)).isEqualTo(News.NONE);
        assertThat(silence.awaySince()).isEmpty();
    }

    private News ask(boolean answered, int asked, int now) {
        return silence.after(answered, START.plusSeconds(asked), START.plusSeconds(now));
    }
}
