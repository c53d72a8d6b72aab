// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.dashboard.Feeding;
import dev.racewire.dashboard.Weeks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Four invented weeks with days and nights, working days and weekends, in which only what is a surge may be one. */
class SurgesTest {

    /** A Saturday, noon. */
    private static final Instant SATURDAY = Instant.parse("2026-11-21T12:00:00Z");

    private static final Instant MONDAY = Instant.parse("2026-11-23T18:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final Feeding feeding = new Feeding();
    private final Weeks weeks = new Weeks(feeding, 6);

    /** Every day of the week in five worlds of forty cells, 1,400 in all. */
    @Test
    void ordinaryDaysHaveNextToNoSurge() {
        List<String> alarms = new ArrayList<>();
        for (int seed = 0; seed < 5; seed++) {
            SurgesTest world = new SurgesTest();
            world.weeks.seed(seed);
            world.weeks.ordinary(SATURDAY, 36);
            for (int day = 0; day < 7; day++) {
                Surges surges = world.weigh(SATURDAY.minus(DAY.multipliedBy(day)), DAY);
                assertThat(surges.unknown()).isEmpty();
                assertThat(surges.cells()).hasSizeGreaterThan(Weeks.CELLS);
                surging(surges).stream().filter(name -> name.endsWith("/chips")).forEach(alarms::add);
            }
        }
        assertThat(alarms).hasSizeLessThan(2);
    }

    @Test
    void theRangeHoldsWhatItPromises() {
        int inside = 0;
        int all = 0;
        for (int round = 0; round < 6; round++) {
            SurgesTest world = new SurgesTest();
            world.weeks.seed(round);
            world.weeks.ordinary(MONDAY, 28);
            for (Surges.Cell cell : world.weigh(MONDAY, DAY).cells()) {
                if (!cell.country().equals("*") && !cell.topic().equals("*")) {
                    all++;
                    inside += cell.newStories() >= cell.low() && cell.newStories() <= cell.high() ? 1 : 0;
                }
            }
        }
        assertThat((double) inside / all).isBetween(0.92, 1.0);
    }

    @Test
    void fourTimesTheUsualIsASurge() {
        weeks.ordinary(MONDAY, 28);
        for (int i = 0; i < 60; i++) {
            weeks.story(MONDAY.minusSeconds(600L * i), Weeks.country(3), "chips");
        }
        Surges.Cell cell = cell(weigh(MONDAY, DAY), Weeks.country(3), "chips");
        assertThat(cell.surge()).isTrue();
        assertThat(cell.high()).isLessThan(cell.newStories());
        assertThat(cell.usual()).isBetween(5.0, 25.0);
        assertThat(surging(weigh(MONDAY, DAY)))
                .allMatch(name -> name.contains(Weeks.country(3)) || name.startsWith("*"));
    }

    @Test
    void fiftyCopiesOfOneTextAreNoSurge() {
        weeks.ordinary(MONDAY, 28);
        for (int i = 0; i < 50; i++) {
            weeks.article("copy" + i, MONDAY.minusSeconds(300L * i), Weeks.country(3), "chips", "one story", "feed0");
        }
        assertThat(surging(weigh(MONDAY, DAY))).isEmpty();
    }

    @Test
    void aSaturdayThatIsLikeAMondayIsASurge() {
        weeks.ordinary(SATURDAY.plus(Duration.ofHours(10)), 28);
        for (int i = 0; i < 40; i++) {
            weeks.story(SATURDAY.plusSeconds(600L * i), Weeks.country(3), "chips");
        }
        assertThat(surging(weigh(SATURDAY.plus(Duration.ofHours(10)), Duration.ofHours(12))))
                .contains(Weeks.country(3) + "/chips");
    }

    @Test
    void aNewFeedIsNoSurge() {
        weeks.ordinary(MONDAY, 28);
        weeks.feed("new", MONDAY.minus(Duration.ofHours(30)));
        for (int i = 0; i < 200; i++) {
            weeks.article("new" + i, MONDAY.minusSeconds(400L * i), Weeks.country(3), "chips", "new" + i, "new");
        }
        assertThat(surging(weigh(MONDAY, DAY))).isEmpty();
    }

    @Test
    void theHoursAfterAnOutageAreNoSurge() {
        weeks.ordinary(MONDAY, 28);
        Instant back = MONDAY.minus(Duration.ofHours(6));
        IntStream.range(0, 4).forEach(i -> weeks.gap("feed" + i, back.minus(Duration.ofHours(12)), back));
        for (int i = 0; i < 80; i++) {
            weeks.story(back.plusSeconds(40L * i), Weeks.country(3), "chips");
        }
        Surges surges = weigh(MONDAY, Duration.ofHours(8));
        assertThat(surges.unknown()).isEmpty();
        assertThat(surging(surges)).isEmpty();
        assertThat(weigh(MONDAY, DAY).unknown()).contains(Surges.Unknown.NOT_WATCHED);
    }

    @Test
    void withoutHistoryNothingIsSaid() {
        weeks.ordinary(MONDAY, 3);
        assertThat(weigh(MONDAY, DAY).unknown()).contains(Surges.Unknown.TOO_LITTLE_HISTORY);
    }

    @Test
    void aMonthHasNoRhythmHere() {
        weeks.ordinary(MONDAY, 28);
        assertThat(weigh(MONDAY, Duration.ofDays(30)).unknown()).contains(Surges.Unknown.SPAN_TOO_LONG);
    }

    private Surges weigh(Instant now, Duration length) {
        var view = feeding.publish(now);
        Completeness completeness = Completeness.of(
                view.feeds().all(), view.gaps().touching(Instant.EPOCH, now), now, Completeness.FirstPolls.REACH_BACK);
        return Surges.of(view.articles(), new Span(now.minus(length), now), Filter.NONE, completeness);
    }

    private static List<String> surging(Surges surges) {
        return surges.cells().stream()
                .filter(Surges.Cell::surge)
                .map(cell -> cell.country() + "/" + cell.topic())
                .toList();
    }

    private static Surges.Cell cell(Surges surges, String country, String topic) {
        return surges.cells().stream()
                .filter(cell -> cell.country().equals(country) && cell.topic().equals(topic))
                .findFirst()
                .orElseThrow();
    }
}
