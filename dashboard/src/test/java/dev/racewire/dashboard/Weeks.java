// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard;

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
import java.util.Random;
import java.util.stream.IntStream;

/** Invented weeks with days and nights, working days and weekends: forty countries, four feeds, one topic. */
public final class Weeks {

    public static final int CELLS = 40;

    private static final int FEEDS = 4;

    private final Feeding feeding;
    private final Random random;
    private int articles;

    public Weeks(Feeding feeding, long seed) {
        this.feeding = feeding;
        this.random = new Random(seed);
    }

    public void seed(long seed) {
        random.setSeed(seed);
    }

    /** So many days of ordinary news before that time. */
    public void ordinary(Instant end, int days) {
        Instant begin = end.minus(Duration.ofDays(days + 1L));
        IntStream.range(0, FEEDS).forEach(i -> feed("feed" + i, begin));
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

    /** The country of that number, from 0 to 39. */
    public static String country(int cell) {
        return "" + (char) ('A' + cell / 20) + (char) ('A' + cell % 20);
    }

    /** One story in one article. */
    public void story(Instant time, String country, String topic) {
        String id = "s" + articles;
        article(id, time, country, topic, id, "feed" + articles % FEEDS);
    }

    public void article(String id, Instant time, String country, String topic, String story, String feed) {
        articles++;
        feeding.article(News.article(id, time, country, topic)
                .setStoryId(story)
                .setFeedUrl(feed)
                .build());
    }

    /** A feed that is read since its first poll. */
    public void feed(String url, Instant firstPoll) {
        Instant later = firstPoll.plus(Duration.ofDays(60));
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
                        .setNextPoll(later)
                        .setIntervalSeconds(900)
                        .setLastPoll(later)
                        .setLastRead(later)
                        .build());
        feeding.put(
                Topics.GAPS,
                url,
                new Gap(url, firstPoll.minus(Duration.ofDays(30)), firstPoll, GapReason.FIRST_POLL, ""));
    }

    /** A time in which a feed was not watched. */
    public void gap(String url, Instant from, Instant to) {
        feeding.put(Topics.GAPS, url, new Gap(url, from, to, GapReason.SYSTEM_DOWN, ""));
    }

    /** A time in which no feed was watched. */
    public void outage(Instant from, Instant to) {
        IntStream.range(0, FEEDS).forEach(i -> gap("feed" + i, from, to));
    }
}
