// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.newswire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An invented newswire shows all that it promises to show. */
class NewswireTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    private final Newswire newswire = new Newswire(7, NOON);

    @Test
    void showsTheSameForTheSameSeed() {
        assertThat(events(newswire, 3_000))
                .isEqualTo(events(new Newswire(7, NOON), 3_000))
                .isNotEqualTo(events(new Newswire(8, NOON), 3_000));
    }

    @Test
    void showsAllKindsOfArticles() {
        List<Event> events = events(newswire, 20_000);
        assertThat(events)
                .filteredOn(e -> e instanceof Event.Noise || e instanceof Event.Misfiled)
                .hasSizeBetween(150, 250);
        assertThat(events).hasAtLeastOneElementOfType(Event.Withdrawal.class);
        List<Standing> standings = List.copyOf(newswire.ledger().standings());
        assertThat(standings).filteredOn(s -> s.revision() > 1).hasSizeGreaterThan(500);
        assertThat(standings)
                .filteredOn(s -> s.state() == Standing.State.RETRACTED)
                .hasSizeGreaterThan(200);
        assertThat(standings)
                .filteredOn(s -> s.eventTime().isBefore(NOON.minus(Duration.ofDays(30))))
                .hasSizeGreaterThan(200);
        assertThat(standings).filteredOn(NewswireTest::isUndated).hasSizeGreaterThan(200);
        assertThat(standings).filteredOn(NewswireTest::isAhead).hasSizeGreaterThan(100);
        assertThat(standings).filteredOn(NewswireTest::changedItsLanguage).hasSizeGreaterThan(50);
        assertThat(newswire.ledger().cells().values()).anyMatch(cell -> cell.stories() < cell.articles());
    }

    private static boolean isUndated(Standing standing) {
        return standing.text().published() == null;
    }

    private static boolean isAhead(Standing standing) {
        Instant published = standing.text().published();
        return published != null && published.isAfter(NOON.plus(Duration.ofMinutes(11)));
    }

    private static boolean changedItsLanguage(Standing standing) {
        return standing.state() == Standing.State.IN_SCOPE
                && !standing.storyKey().endsWith(" " + standing.text().story().language());
    }

    @Test
    void neverLetsTwoStoriesSoundAlike() {
        Set<String> words = new HashSet<>();
        long all = IntStream.range(1_000, 2_000)
                .mapToObj(Story::of)
                .filter(story -> !story.inScope())
                .flatMap(story -> Stream.of(story.title().split(" ")))
                .peek(words::add)
                .count();
        assertThat(words.size()).isGreaterThan((int) (all * 0.99));
    }

    private static List<Event> events(Newswire newswire, int count) {
        return IntStream.range(0, count).mapToObj(i -> newswire.next()).toList();
    }
}
