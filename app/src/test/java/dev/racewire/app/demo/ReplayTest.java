// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private static final Instant NOW = Instant.parse("2026-03-08T12:00:00Z");
    private final Replay replay = new Replay(NOW, Duration.ofSeconds(100));

    @Test
    void squeezesTheWeekIntoItsLength() {
        Duration whole = Duration.between(replay.visible(Duration.ZERO), replay.visible(SampleWeek.LENGTH));
        assertThat(whole).isEqualTo(Duration.ofSeconds(100));
        assertThat(replay.visible(Duration.ofHours(84))).isEqualTo(replay.visible(0.5));
    }

    @Test
    void hasBegunALittleBefore() {
        assertThat(replay.visible(0.05)).isBefore(NOW);
        assertThat(replay.visible(0.1)).isAfter(NOW);
    }
}
