// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScriptTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Item ITEM = new Item("1", "1", "https://a.example/1", "Title", "", NOON);

    @Test
    void takesAnotherPublicationOfTheSameItemForAnEdit() {
        Script script = new Script().publish(NOON, ITEM).publish(NOON.plusSeconds(1), ITEM.withTitle("Corrected"));
        assertThat(script.replaces(0)).isEmpty();
        assertThat(script.replaces(1)).hasValue(0);
        assertThat(script.item(1).title()).isEqualTo("Corrected");
    }

    @Test
    void hasNothingBehindItsEnd() {
        assertThat(new Script().publish(NOON, ITEM).visible(1)).isEqualTo(Instant.MAX);
    }

    @Test
    void refusesToGoBackInTime() {
        Script script = new Script().publish(NOON, ITEM);
        assertThatThrownBy(() -> script.publish(NOON.minusSeconds(1), ITEM)).hasMessageContaining("order");
    }
}
