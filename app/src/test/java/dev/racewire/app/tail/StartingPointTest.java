// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class StartingPointTest {

    @Test
    void readsEveryForm() {
        assertThat(StartingPoint.parse("beginning")).isEqualTo(new StartingPoint.Beginning());
        assertThat(StartingPoint.parse("end")).isEqualTo(new StartingPoint.Back(0));
        assertThat(StartingPoint.parse("recent")).isEqualTo(new StartingPoint.Back(10));
        assertThat(StartingPoint.parse("3:17")).isEqualTo(new StartingPoint.Offset(3, 17));
        assertThat(StartingPoint.parse("2026-11-24T08:00:00Z"))
                .isEqualTo(new StartingPoint.Time(Instant.parse("2026-11-24T08:00:00Z")));
    }

    @Test
    void saysWhichFormsThereAre() {
        assertThatThrownBy(() -> StartingPoint.parse("yesterday")).hasMessageContaining("partition:offset");
    }
}
