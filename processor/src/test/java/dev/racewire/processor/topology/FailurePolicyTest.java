// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.processor.count.MissingReferenceException;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

/** When a thread that died is replaced. */
class FailurePolicyTest {

    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

    private final FailurePolicy policy = new FailurePolicy();

    @Test
    void replacesAThreadThatTheClusterStopped() {
        assertThat(policy.replace(new StreamsException(new TimeoutException("no broker")), NOW))
                .isTrue();
    }

    @Test
    void failsOnOurOwnFaults() {
        assertThat(policy.replace(new StreamsException(new MissingReferenceException("x")), NOW))
                .isFalse();
        assertThat(policy.replace(new ProcessorStateException("disk full"), NOW))
                .isFalse();
    }

    @Test
    void failsWhenItKeepsHappening() {
        for (int i = 0; i < 10; i++) {
            assertThat(policy.replace(new TimeoutException("no broker"), NOW)).isTrue();
        }
        assertThat(policy.replace(new TimeoutException("no broker"), NOW)).isFalse();
        assertThat(policy.replace(new TimeoutException("no broker"), NOW.plus(Duration.ofMinutes(11))))
                .isTrue();
    }
}
