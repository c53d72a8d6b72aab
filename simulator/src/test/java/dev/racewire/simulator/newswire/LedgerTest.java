// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.newswire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The oracle against what follows by hand from the promises. */
class LedgerTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Story TRADE = story(1, "en", "JP");
    private static final Story PACT = story(2, "en", "BR");
    private static final Story IN_GERMAN = story(3, "de", "JP");
    private static final Story WEATHER = new Story(4, "en", List.of(), List.of(), false, "rain", "");

    private final Ledger ledger = new Ledger();

    @Test
    void countsAnArticleInEachOfItsCells() {
        show("a", 0, TRADE, 0);
        assertThat(ledger.cells())
                .containsOnlyKeys(
                        "JP|tolls|PT1H|2026-03-04T11:00:00Z",
                        "JP|*|PT1H|2026-03-04T11:00:00Z",
                        "*|tolls|PT1H|2026-03-04T11:00:00Z",
                        "*|*|PT1H|2026-03-04T11:00:00Z",
                        "JP|tolls|P1D|2026-03-04T00:00:00Z",
                        "JP|*|P1D|2026-03-04T00:00:00Z",
                        "*|tolls|P1D|2026-03-04T00:00:00Z",
                        "*|*|P1D|2026-03-04T00:00:00Z")
                .containsValue(new CellNumbers(1, 1, 1, 1, 1));
    }

    @Test
    void takesCopiesForOneStoryAndSistersForOnePublisher() {
        show("a", 2, TRADE, 0);
        show("b", 3, TRADE, 1);
        show("c", 6, PACT, 2);
        assertThat(all()).isEqualTo(new CellNumbers(3, 2, 2, 3, 0));
    }

    @Test
    void followsTheOwnersEditsAndNobodyElses() {
        show("a", 2, TRADE, 0);
        show("a", 3, PACT, 5);
        show("a", 2, WEATHER, -5);
        assertThat(standing().text().story()).isEqualTo(TRADE);
        show("a", 2, PACT, 6);
        assertThat(standing().text().story()).isEqualTo(PACT);
        assertThat(standing().revision()).isEqualTo(2);
    }

    @Test
    void keepsTheStoryOfAHeadThatLeaves() {
        show("a", 2, TRADE, 0);
        show("b", 4, TRADE, 1);
        show("a", 2, WEATHER, 2);
        assertThat(all()).isEqualTo(new CellNumbers(1, 1, 1, 1, 0));
        assertThat(standing().state()).isEqualTo(Standing.State.RETRACTED);
        show("a", 2, story(5, "en", "KE"), 3);
        assertThat(standing().revision()).isEqualTo(3);
    }

    @Test
    void tellsWhatChangedItsLanguageFromThoseThatCameInIt() {
        show("a", 2, TRADE, 0);
        show("b", 4, IN_GERMAN, 1);
        show("a", 2, IN_GERMAN, 2);
        assertThat(all().stories()).isEqualTo(2);
    }

    @Test
    void leavesOutWhatIsLateAndWhatHasNoDateInABacklog() {
        see("late", NOON.minus(Duration.ofDays(31)), false);
        see("undated", null, true);
        assertThat(ledger.cells()).isEmpty();
        assertThat(ledger.coverage()).isEmpty();
        see("fresh", null, false);
        see("ahead", NOON.plus(Duration.ofMinutes(9)), false);
        see("absurd", NOON.plus(Duration.ofDays(9)), false);
        see("ancient", Instant.EPOCH, false);
        assertThat(ledger.cells().get("*|*|PT1H|2026-03-04T12:00:00Z").articles())
                .isEqualTo(4);
    }

    @Test
    void forgetsWhatIsWithdrawn() {
        show("a", 2, TRADE, 0);
        ledger.take(new Event.Withdrawal("a", NOON));
        show("a", 2, PACT, 9);
        assertThat(ledger.cells()).isEmpty();
        assertThat(ledger.coverage()).isEmpty();
        assertThat(standing().revision()).isEqualTo(2);
    }

    @Test
    void coversWhatIsOutOfScopeToo() {
        show("a", 2, TRADE, 0);
        show("b", 2, WEATHER, 1);
        assertThat(ledger.coverage().get("en|" + new Outlet(2).country() + "|P1D|2026-03-04T00:00:00Z"))
                .isEqualTo(new CoverageNumbers(2, 1));
    }

    private CellNumbers all() {
        return ledger.cells().get("*|*|P1D|2026-03-04T00:00:00Z");
    }

    private Standing standing() {
        return ledger.history("a").standing();
    }

    private void show(String article, int outlet, Story story, int minutes) {
        ledger.take(sighting(article, outlet, story, minutes, NOON.minus(Duration.ofHours(1)), false));
    }

    private void see(String article, @Nullable Instant published, boolean backfill) {
        ledger.take(sighting(article, 2, TRADE, 0, published, backfill));
    }

    private static Event.Sighting sighting(
            String article, int outlet, Story story, int minutes, @Nullable Instant published, boolean backfill) {
        Instant fetched = NOON.plus(Duration.ofMinutes(minutes));
        return new Event.Sighting(article, new Outlet(outlet), story, Wording.PLAIN, fetched, published, backfill);
    }

    private static Story story(int number, String language, String country) {
        List<String> countries = List.of(country);
        return new Story(number, language, countries, List.of("tolls"), true, "title " + number, "");
    }
}
