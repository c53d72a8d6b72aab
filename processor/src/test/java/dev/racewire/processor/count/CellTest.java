// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.racewire.processor.cluster.Contribution;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a cell moves. */
class CellTest {

    private static final Contribution ARTICLE = new Contribution(
            Instant.parse("2026-03-10T23:59:59.999Z"), List.of("chips"), "story", "publisher", true, true, "t1");

    @Test
    void goesUpAndDownByTheSame() {
        Cell one = Cell.EMPTY.with(ARTICLE, true, true);

        assertThat(one).isEqualTo(new Cell(0, 1, 1, 1, 1, 1, Map.of("t1", 1L)));
        assertThat(one.with(ARTICLE, false, false)).isEqualTo(new Cell(0, 2, 1, 1, 2, 2, Map.of("t1", 2L)));
        assertThat(one.without(ARTICLE, true, true)).isEqualTo(Cell.EMPTY);
    }

    @Test
    void neverFallsBelowZero() {
        assertThatThrownBy(() -> Cell.EMPTY.without(ARTICLE, false, false))
                .isInstanceOf(MissingReferenceException.class);
    }

    @Test
    void standsInTheStoreAsItIs() {
        Cell cell = Cell.EMPTY.with(ARTICLE, true, true).revised();

        assertThat(Cell.FORMAT.decode(Cell.FORMAT.encode(cell))).isEqualTo(cell);
    }

    @Test
    void liesInAnHourAndADayOfEachTopicAndOfAll() {
        assertThat(CellKey.of("US", ARTICLE))
                .extracting(CellKey::text)
                .containsExactly(
                        "US|*|PT1H|2026-03-10T23:00:00Z",
                        "US|chips|PT1H|2026-03-10T23:00:00Z",
                        "US|*|P1D|2026-03-10T00:00:00Z",
                        "US|chips|P1D|2026-03-10T00:00:00Z");
        assertThat(CellKey.endIn("US|chips|P1D|2026-03-10T00:00:00Z|p|A|B"))
                .isEqualTo(Instant.parse("2026-03-11T00:00:00Z"));
    }
}
