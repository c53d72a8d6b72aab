// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.processor.count.MissingReferenceException;
import dev.racewire.processor.topology.FailurePolicy.Remedy;
import java.io.IOException;
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
        assertThat(policy.after(new StreamsException(new TimeoutException("no broker")), NOW))
                .isEqualTo(Remedy.REPLACE);
    }

    @Test
    void rebuildsBrokenStateOnceAnHour() {
        StreamsException broken = new StreamsException(new ProcessorStateException("Corruption: bad block"));

        assertThat(policy.after(broken, NOW)).isEqualTo(Remedy.REBUILD);
        assertThat(policy.after(broken, NOW.plus(Duration.ofMinutes(59)))).isEqualTo(Remedy.FAIL);
        assertThat(policy.after(broken, NOW.plus(Duration.ofHours(2)))).isEqualTo(Remedy.REBUILD);
    }

    @Test
    void failsOnOurOwnFaultsAndOnAFullDisk() {
        assertThat(policy.after(new StreamsException(new MissingReferenceException("x")), NOW))
                .isEqualTo(Remedy.FAIL);
        assertThat(policy.after(new ProcessorStateException("flush", new IOException("No space left on device")), NOW))
                .isEqualTo(Remedy.FAIL);
        assertThat(policy.after(new ProcessorStateException("flush", new IOException("Disk quota exceeded")), NOW))
                .isEqualTo(Remedy.FAIL);
    }

    @Test
    void failsWhenItKeepsHappening() {
        for (int i = 0; i < 10; i++) {
            assertThat(policy.after(new TimeoutException("no broker"), NOW)).isEqualTo(Remedy.REPLACE);
        }
        assertThat(policy.after(new TimeoutException("no broker"), NOW)).isEqualTo(Remedy.FAIL);
        assertThat(policy.after(new TimeoutException("no broker"), NOW.plus(Duration.ofMinutes(11))))
                .isEqualTo(Remedy.REPLACE);
    }
}
