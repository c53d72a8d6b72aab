// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;

/** Gauges that would call into RocksDB are left out, all else is shown. */
class MeasuredStreamsTest {

    @Test
    void leavesOutWhatAsksRocksDb() {
        assertThat(MeasuredStreams.isSafe(metric("stream-state-metrics", "total-sst-files-size")))
                .isFalse();
        assertThat(MeasuredStreams.isSafe(metric("stream-state-metrics", "block-cache-usage")))
                .isFalse();
    }

    @Test
    void showsEverythingElse() {
        assertThat(MeasuredStreams.isSafe(metric("stream-state-metrics", "put-rate")))
                .isTrue();
        assertThat(MeasuredStreams.isSafe(metric("stream-metrics", "client-state")))
                .isTrue();
    }

    private static MetricName metric(String group, String name) {
        return new MetricName(name, group, "", Map.of());
    }
}
