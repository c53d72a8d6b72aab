// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When a filling disk stops the polling, and when it goes on. */
class DiskLimitTest {

    private static final long GB = 1_000_000_000;

    private final DiskLimit limit = new DiskLimit(90);

    @Test
    void stopsAtTheLimitAndGoesOnWithSomeRoom() {
        assertThat(limit.stops(50 * GB, 6 * GB)).isFalse();
        assertThat(limit.stops(50 * GB, 5 * GB)).isTrue();
        assertThat(limit.stops(50 * GB, 5 * GB + GB / 2)).isTrue();
        assertThat(limit.stops(50 * GB, 6 * GB + GB / 2)).isFalse();
    }

    @Test
    void leavesALargeDiskAloneThatHasRoom() {
        assertThat(limit.stops(2000 * GB, 40 * GB)).isFalse();
        assertThat(limit.stops(2000 * GB, 9 * GB)).isTrue();
    }

    @Test
    void neverStopsAtAHundredPercentOrWithoutASize() {
        assertThat(new DiskLimit(100).stops(GB, 0)).isFalse();
        assertThat(limit.stops(0, 0)).isFalse();
    }
}
