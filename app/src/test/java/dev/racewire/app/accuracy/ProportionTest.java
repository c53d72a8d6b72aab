// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {

    /** Values of R's {@code prop.test(x, n, correct = FALSE)}. */
    @ParameterizedTest
    @CsvSource({
        "0, 10, 0.0000, 0.2775",
        "10, 10, 0.7225, 1.0000",
        "5, 10, 0.2366, 0.7634",
        "81, 100, 0.7222, 0.8749",
        "1, 3, 0.0615, 0.7923"
    })
    void isWilsonsInterval(int cases, int of, double low, double high) {
        Proportion share = Proportion.of(cases, of);

        assertThat(share.value()).isEqualTo((double) cases / of);
        assertThat(share.low()).isEqualTo(low, within(0.00006));
        assertThat(share.high()).isEqualTo(high, within(0.00006));
    }

    @Test
    void knowsNothingOfNoCases() {
        assertThat(Proportion.of(0, 0)).isEqualTo(new Proportion(0, 0, 1));
    }
}
