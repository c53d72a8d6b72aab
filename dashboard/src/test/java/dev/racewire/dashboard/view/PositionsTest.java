// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionsTest {

    private final Positions start = Positions.start("kQ-x_1", 3);

    @Test
    void survivesTheWayThroughText() {
        Positions moved = start.after(1, 41);
        assertThat(moved).hasToString("kQ-x_1.0.42.0");
        assertThat(Positions.parse(moved.toString())).contains(moved);
    }

    @Test
    void coversWhatWasRead() {
        Positions moved = start.after(1, 41);
        assertThat(moved.covers(1, 41)).isTrue();
        assertThat(moved.covers(1, 42)).isFalse();
        assertThat(moved.covers(0, 0)).isFalse();
    }

    @Test
    void neverMovesBack() {
        assertThat(start.after(1, 41).after(1, 7)).isEqualTo(start.after(1, 41));
    }

    @Test
    void isNotComparableWithAnotherTopic() {
        assertThat(start.comparable(Positions.start("other", 3))).isFalse();
        assertThat(start.comparable(Positions.start("kQ-x_1", 4))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "topic", "topic.", "topic.-1", "topic.1.x", "a b.1", "topic.99999999999999999999"})
    void refusesOtherText(String text) {
        assertThat(Positions.parse(text)).isEmpty();
    }
}
