// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.simulator.news.Item;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ShowingTest {

    private static final int[] NEWEST_FIRST = {9, 8, 7, 6, 5};
    private static final Item ITEM =
            new Item("1", "guid", "https://a.example/1", "Title", "", Instant.parse("2026-03-01T12:00:00Z"));

    @Test
    void pinsTheFirstItem() {
        assertThat(Showing.PINNED.arrange(NEWEST_FIRST.clone(), 1)).containsExactly(0, 9, 8, 7, 6, 5);
        assertThat(Showing.PINNED.arrange(new int[] {1, 0}, 1)).containsExactly(0, 1);
    }

    @Test
    void shufflesAnotherWayEachTurn() {
        int[] first = Showing.SHUFFLED.arrange(NEWEST_FIRST.clone(), 1);
        assertThat(first).containsExactlyInAnyOrder(NEWEST_FIRST).isEqualTo(Showing.SHUFFLED.arrange(NEWEST_FIRST, 1));
        assertThat(first).isNotEqualTo(Showing.SHUFFLED.arrange(NEWEST_FIRST.clone(), 2));
    }

    @Test
    void turnsTheOrderRound() {
        assertThat(Showing.OLDEST_FIRST.arrange(NEWEST_FIRST.clone(), 1)).containsExactly(5, 6, 7, 8, 9);
        assertThat(Showing.OLDEST_FIRST.arrange(new int[0], 1)).isEmpty();
    }

    @Test
    void changesWhatItemsAreKnownBy() {
        assertThat(Showing.REKEYED.dress(ITEM, 1).guid())
                .isNotEqualTo(Showing.REKEYED.dress(ITEM, 2).guid());
        assertThat(Showing.VISIT_LINKS.dress(ITEM, 3).link()).isEqualTo("https://a.example/1?utm_visit=3");
        assertThat(Showing.VISIT_LINKS.dress(ITEM, 3).guid()).isNull();
        assertThat(Showing.RESTAMPED.dress(ITEM, 3).published()).isAfter(ITEM.published());
        assertThat(Showing.UNDATED.dress(ITEM, 3).published()).isNull();
    }
}
