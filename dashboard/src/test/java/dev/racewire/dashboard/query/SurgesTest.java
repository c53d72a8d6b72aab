// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.dashboard.Feeding;
import dev.racewire.dashboard.News;
import dev.racewire.schemas.Feed;
import dev.racewire.schemas.FeedHealth;
import dev.racewire.schemas.FeedState;
import dev.racewire.schemas.Gap;
import dev.racewire.schemas.GapReason;
import dev.racewire.schemas.Topics;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Four invented weeks with days and nights, working days and weekends, in which only what is a surge may be one. */
class SurgesTest {

    /** A Saturday, noon. */
    private static final Instant SATURDAY = Instant.parse("2026-11-21T12:00:00Z");

    private static final Instant MONDAY = Instant.parse("2026-11-23T18:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final int CELLS = 40;

    private final Random random = new Random(6);
    private final Feeding feeding = new Feeding();
    private int articles;

    /** Every day of the week in five worlds of forty cells, 1,400 in all. */
    @Test
    void ordinaryDaysHaveNextToNoSurge() {
        List<String> alarms = new ArrayList<>();
        for (int seed = 0; seed < 5; seed++) {
            SurgesTest world = new SurgesTest();
            world.random.setSeed(seed);
            world.ordinaryWeeks(SATURDAY, 36);
            for (int day = 0; day < 7; day++) {
                Surges surges = world.weigh(SATURDAY.minus(DAY.multipliedBy(day)), DAY);
                assertThat(surges.unknown()).isEmpty();
                assertThat(surges.cells()).hasSizeGreaterThan(CELLS);
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
            world.random.setSeed(round);
            world.ordinaryWeeks(MONDAY, 28);
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
        ordinaryWeeks(MONDAY, 28);
        for (int i = 0; i < 60; i++) {
            story(MONDAY.minusSeconds(600L * i), country(3), "chips");
        }
        Surges.Cell cell = cell(weigh(MONDAY, DAY), country(3), "chips");
        assertThat(cell.surge()).isTrue();
        assertThat(cell.high()).isLessThan(cell.newStories());
        assertThat(cell.usual()).isBetween(5.0, 25.0);
        assertThat(surging(weigh(MONDAY, DAY))).allMatch(name -> name.contains(country(3)) || name.startsWith("*"));
    }

    @Test
    void fiftyCopiesOfOneTextAreNoSurge() {
        ordinaryWeeks(MONDAY, 28);
        for (int i = 0; i < 50; i++) {
            article("copy" + i, MONDAY.minusSeconds(300L * i), country(3), "chips", "one story", "feed0");
        }
        assertThat(surging(weigh(MONDAY, DAY))).isEmpty();
    }

    @Test
    void aSaturdayThatIsLikeAMondayIsASurge() {
        ordinaryWeeks(SATURDAY.plus(Duration.ofHours(10)), 28);
        for (int i = 0; i < 40; i++) {
            story(SATURDAY.plusSeconds(600L * i), country(3), "chips");
        }
        assertThat(surging(weigh(SATURDAY.plus(Duration.ofHours(10)), Duration.ofHours(12))))
                .contains(country(3) + "/chips");
    }

    @Test
    void aNewFeedIsNoSurge() {
        ordinaryWeeks(MONDAY, 28);
        feed("new", MONDAY.minus(Duration.ofHours(30)));
        for (int i = 0; i < 200; i++) {
            article("new" + i, MONDAY.minusSeconds(400L * i), country(3), "chips", "new" + i, "new");
        }
        assertThat(surging(weigh(MONDAY, DAY))).isEmpty();
    }

    @Test
    void theHoursAfterAnOutageAreNoSurge() {
        ordinaryWeeks(MONDAY, 28);
        Instant back = MONDAY.minus(Duration.ofHours(6));
        IntStream.range(0, 4).forEach(i -> gap("feed" + i, back.minus(Duration.ofHours(12)), back));
        for (int i = 0; i < 80; i++) {
            story(back.plusSeconds(40L * i), country(3), "chips");
        }
        Surges surges = weigh(MONDAY, Duration.ofHours(8));
        assertThat(surges.unknown()).isEmpty();
        assertThat(surging(surges)).isEmpty();
        assertThat(weigh(MONDAY, DAY).unknown()).contains(Surges.Unknown.NOT_WATCHED);
    }

    @Test
    void withoutHistoryNothingIsSaid() {
        ordinaryWeeks(MONDAY, 3);
        assertThat(weigh(MONDAY, DAY).unknown()).contains(Surges.Unknown.TOO_LITTLE_HISTORY);
    }

    @Test
    void aMonthHasNoRhythmHere() {
        ordinaryWeeks(MONDAY, 28);
        assertThat(weigh(MONDAY, Duration.ofDays(30)).unknown()).contains(Surges.Unknown.SPAN_TOO_LONG);
    }

    private void ordinaryWeeks(Instant end, int days) {
        Instant begin = end.minus(Duration.ofDays(days + 1L));
        IntStream.range(0, 4).forEach(i -> feed("feed" + i, begin));
        for (Instant hour = begin; hour.isBefore(end); hour = hour.plus(Duration.ofHours(1))) {
            for (int cell = 0; cell < CELLS; cell++) {
                int stories = poisson(rate(hour) * (0.1 + cell % 5 * 0.4));
                for (int i = 0; i < stories; i++) {
                    story(hour.plusSeconds(random.nextInt(3600)), country(cell), "chips");
                }
            }
        }
    }

    /** Stories an hour: few by night, half at the weekend. */
    private static double rate(Instant hour) {
        var time = hour.atZone(ZoneOffset.UTC);
        double daily = 0.3 + 0.7 * Math.max(0, Math.sin(Math.PI * (time.getHour() - 5) / 16.0));
        boolean weekend = time.getDayOfWeek() == DayOfWeek.SATURDAY || time.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? daily / 2 : daily;
    }

    private int poisson(double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    private static String country(int cell) {
        return "" + (char) ('A' + cell / 20) + (char) ('A' + cell % 20);
    }

    private void story(Instant time, String country, String topic) {
        String id = "s" + articles;
        article(id, time, country, topic, id, "feed" + articles % 4);
    }

    private void article(String id, Instant time, String country, String topic, String story, String feed) {
        articles++;
        feeding.article(News.article(id, time, country, topic)
                .setStoryId(story)
                .setFeedUrl(feed)
                .build());
    }

    private void feed(String url, Instant firstPoll) {
        feeding.put(
                Topics.FEEDS,
                url,
                Feed.newBuilder()
                        .setUrl(url)
                        .setOutlet(News.outlet(url, "GB", "en", url))
                        .build());
        feeding.put(
                Topics.FEED_STATES,
                url,
                FeedState.newBuilder()
                        .setUrl(url)
                        .setHealth(FeedHealth.OK)
                        .setNextPoll(MONDAY.plus(Duration.ofDays(9)))
                        .setIntervalSeconds(900)
                        .setLastPoll(MONDAY.plus(Duration.ofDays(9)))
                        .setLastRead(MONDAY.plus(Duration.ofDays(9)))
                        .build());
        feeding.put(
                Topics.GAPS,
                url,
                new Gap(url, firstPoll.minus(Duration.ofDays(30)), firstPoll, GapReason.FIRST_POLL, ""));
    }

    private void gap(String url, Instant from, Instant to) {
        feeding.put(Topics.GAPS, url, new Gap(url, from, to, GapReason.SYSTEM_DOWN, ""));
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
