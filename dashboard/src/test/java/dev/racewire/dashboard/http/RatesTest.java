// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RatesTest {

    private static final long SECOND = 1_000_000_000;

    private final Rates rates = new Rates(5);

    @Test
    void letsTenSecondsWorthThroughAtOnce() {
        assertThat(admitted("a", 80, 0)).isEqualTo(50);
    }

    @Test
    void letsTheRateThroughFromThenOn() {
        admitted("a", 80, 0);
        assertThat(admitted("a", 80, 2 * SECOND)).isEqualTo(10);
    }

    @Test
    void forgetsAPause() {
        admitted("a", 80, 0);
        assertThat(admitted("a", 80, 60 * SECOND)).isEqualTo(50);
    }

    @Test
    void doesNotLetOneAddressPayForAnother() {
        admitted("a", 80, 0);
        assertThat(admitted("b", 80, 0)).isEqualTo(50);
    }

    private long admitted(String address, int asked, long nanos) {
        return LongStream.range(0, asked)
                .filter(i -> rates.admit(address, nanos))
                .count();
    }
}
