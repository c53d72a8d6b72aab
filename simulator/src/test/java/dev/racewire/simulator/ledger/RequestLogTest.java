// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RequestLogTest {

    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void countsEachHostByItself() {
        RequestLog log = new RequestLog(BEGIN);
        log.began("a.example", BEGIN);
        log.began("a.example", BEGIN.plusSeconds(3));
        log.ended("a.example");
        log.ended("a.example");
        log.began("a.example", BEGIN.plus(Duration.ofHours(2)));
        log.began("b.example", BEGIN);

        assertThat(log.byHost().get("a.example")).isEqualTo(new RequestLog.Traffic(3, 2, 2, Duration.ofSeconds(3)));
        assertThat(log.byHost().get("b.example")).isEqualTo(new RequestLog.Traffic(1, 1, 1, Duration.ofHours(1)));
        assertThat(log.requests()).isEqualTo(4);
    }
}
