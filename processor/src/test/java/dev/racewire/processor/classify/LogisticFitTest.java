// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticFitTest {

    private static final double[] TRUE = {-1, 2, -0.5};

    @Test
    void findsTheWeightsThatMadeTheLabels() {
        Random random = new Random(11);
        double[][] rows = new double[20_000][];
        boolean[] labels = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {1, random.nextGaussian(), random.nextGaussian()};
            double odds = TRUE[0] + TRUE[1] * rows[i][1] + TRUE[2] * rows[i][2];
            labels[i] = random.nextDouble() < 1 / (1 + Math.exp(-odds));
        }
        double[] fitted = LogisticFit.fit(rows, labels, new double[3], new double[] {0, 0, 0});
        for (int i = 0; i < TRUE.length; i++) {
            assertThat(fitted[i]).isCloseTo(TRUE[i], within(0.1));
        }
    }

    @Test
    void staysWhereItStartsWithoutExamples() {
        double[] start = {0.5, -2};
        assertThat(LogisticFit.fit(new double[0][], new boolean[0], start, new double[] {0.01, 3}))
                .isEqualTo(start);
    }

    @Test
    void movesLittleForFewExamples() {
        double[][] rows = {{1}, {1}};
        boolean[] labels = {true, true};
        double free = LogisticFit.fit(rows, labels, new double[1], new double[] {0.01})[0];
        double held = LogisticFit.fit(rows, labels, new double[1], new double[] {3})[0];
        assertThat(held).isPositive().isLessThan(free / 3);
    }
}
