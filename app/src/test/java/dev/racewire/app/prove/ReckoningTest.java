// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReckoningTest {

    private static final String ALL = "*|*|P1D|2026-11-24T00:00:00Z";
    private static final CellNumbers TWO = new CellNumbers(2, 2, 1, 0);

    private final List<Shown> shown = List.of(shown("a"), shown("b"), shown("c").withText("other words", ""));
    private final Expectation expected = new Expectation(Set.of("a", "b"), Map.of(ALL, TWO));

    @Test
    void isExactWhenEverythingIsThereOnce() {
        Reckoning reckoning = reckon(Map.of("a", 1, "b", 1, "c", 1), Set.of("a", "b"), Map.of(ALL, TWO));

        assertThat(reckoning.exact()).isTrue();
        assertThat(reckoning.shown()).isEqualTo(3);
        assertThat(reckoning.edited()).isEqualTo(1);
        assertThat(reckoning.counted()).isEqualTo(2);
        assertThat(reckoning.cells()).isEqualTo(1);
    }

    @Test
    void missesWhatNobodyRead() {
        Reckoning reckoning = reckon(Map.of("a", 1, "b", 1), Set.of("a", "b"), Map.of(ALL, TWO));

        assertThat(reckoning.exact()).isFalse();
        assertThat(reckoning.lost()).containsExactly("never read: c");
    }

    @Test
    void missesWhatWasReadAndNotCounted() {
        Reckoning reckoning =
                reckon(Map.of("a", 1, "b", 1, "c", 1), Set.of("a"), Map.of(ALL, new CellNumbers(1, 1, 1, 0)));

        assertThat(reckoning.lost()).containsExactly("not counted: b");
        assertThat(reckoning.wrong()).hasSize(1);
    }

    @Test
    void seesWhatWasWrittenTwiceAndWhatCountsThoughItShouldNot() {
        Reckoning reckoning =
                reckon(Map.of("a", 2, "b", 1, "c", 1), Set.of("a", "b", "c"), Map.of(ALL, new CellNumbers(3, 3, 1, 0)));

        assertThat(reckoning.doubled()).containsExactly("counted, and should not be: c", "written 2 times: a");
        assertThat(reckoning.exact()).isFalse();
    }

    @Test
    void seesACellThatShouldBeEmptyAndOneThatIsGone() {
        Reckoning reckoning = reckon(
                Map.of("a", 1, "b", 1, "c", 1),
                Set.of("a", "b"),
                Map.of("US|*|P1D|2026-11-24T00:00:00Z", new CellNumbers(1, 1, 0, 0)));

        assertThat(reckoning.cells()).isEqualTo(2);
        assertThat(reckoning.wrong()).hasSize(2);
    }

    private Reckoning reckon(Map<String, Integer> sightings, Set<String> inScope, Map<String, CellNumbers> cells) {
        return Reckoning.of(shown, expected, new Findings(sightings, sightings.keySet(), inScope, cells));
    }

    private static Shown shown(String link) {
        return new Shown(link, "House", false, Instant.EPOCH, "title", "", false);
    }
}
