// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.racewire.dashboard.Feeding;
import dev.racewire.dashboard.News;
import dev.racewire.schemas.Feed;
import dev.racewire.schemas.FeedHealth;
import dev.racewire.schemas.FeedState;
import dev.racewire.schemas.Gap;
import dev.racewire.schemas.GapReason;
import dev.racewire.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CompletenessTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Span DAY = new Span(NOW.minus(Duration.ofDays(1)), NOW);

    private final Feeding feeding = new Feeding();

    @Test
    void isUnknownWithoutFeeds() {
        assertThat(completeness().over(DAY)).isEmpty();
    }

    @Test
    void isWholeWithoutGaps() {
        feed("a", FeedHealth.OK, NOW, NOW);
        assertThat(completeness().over(DAY)).contains(1.0);
    }

    @Test
    void twelveHoursWithoutANetworkAreHalfADay() {
        feed("a", FeedHealth.OK, NOW, NOW);
        feed("b", FeedHealth.OK, NOW, NOW);
        gap("a", 18, 6, GapReason.SYSTEM_DOWN);
        gap("b", 18, 6, GapReason.SYSTEM_DOWN);
        assertThat(completeness().over(DAY).orElseThrow()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void gapsThatOverlapCountOnce() {
        feed("a", FeedHealth.OK, NOW, NOW);
        gap("a", 12, 6, GapReason.FAILING);
        gap("a", 9, 0, GapReason.NO_OVERLAP);
        gap("a", 8, 7, GapReason.CUT_ANSWER);
        assertThat(completeness().over(DAY).orElseThrow()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void theTimeBeforeTheFirstPollIsNotCounted() {
        feed("a", FeedHealth.OK, NOW, NOW);
        gap("a", 720, 6, GapReason.FIRST_POLL);
        assertThat(completeness().over(DAY)).contains(1.0);
        assertThat(completeness().watchedSince()).contains(NOW.minus(Duration.ofHours(6)));
        Span before = new Span(NOW.minus(Duration.ofDays(3)), NOW.minus(Duration.ofDays(2)));
        assertThat(completeness().over(before)).isEmpty();
    }

    @Test
    void aReplayIsWatchedFromItsBeginning() {
        feed("a", FeedHealth.OK, NOW, NOW);
        gap("a", 720, 6, GapReason.FIRST_POLL);
        Completeness whole = completeness(Completeness.FirstPolls.ARE_WHOLE);
        assertThat(whole.watchedSince()).isEmpty();
        assertThat(whole.over(new Span(NOW.minus(Duration.ofDays(3)), NOW))).contains(1.0);
    }

    @Test
    void aFilterAsksOnlyOfItsOwnFeeds() {
        feed("a", FeedHealth.OK, NOW, NOW);
        feed("b", FeedHealth.OK, NOW, NOW);
        gap("b", 24, 0, GapReason.FAILING);
        assertThat(completeness().only(feed -> feed.url().equals("a")).over(DAY))
                .contains(1.0);
        assertThat(completeness().only(feed -> feed.url().equals("b")).over(DAY))
                .contains(0.0);
    }

    @Test
    void aFeedThatFailsIsUnwatchedSinceItWasLastRead() {
        feed("a", FeedHealth.FAILING, NOW, NOW.minus(Duration.ofHours(6)));
        assertThat(completeness().over(DAY).orElseThrow()).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void nothingIsWatchedWhileNothingIsPolled() {
        feed("a", FeedHealth.OK, NOW.minus(Duration.ofHours(12)), NOW.minus(Duration.ofHours(12)));
        assertThat(completeness().over(DAY).orElseThrow()).isCloseTo(0.5, within(1e-9));
    }

    private Completeness completeness() {
        return completeness(Completeness.FirstPolls.REACH_BACK);
    }

    private Completeness completeness(Completeness.FirstPolls firstPolls) {
        return Completeness.of(
                feeding.view().feeds().all(), feeding.view().gaps().touching(Instant.EPOCH, NOW), NOW, firstPolls);
    }

    private void feed(String url, FeedHealth health, Instant lastPoll, Instant lastRead) {
        feeding.put(
                Topics.FEEDS,
                url,
                Feed.newBuilder()
                        .setUrl(url)
                        .setOutlet(News.outlet("Outlet", "GB", "en", "P"))
                        .build());
        feeding.put(
                Topics.FEED_STATES,
                url,
                FeedState.newBuilder()
                        .setUrl(url)
                        .setNextPoll(NOW)
                        .setIntervalSeconds(900)
                        .setHealth(health)
                        .setLastPoll(lastPoll)
                        .setLastRead(lastRead)
                        .build());
    }

    private void gap(String url, int hoursFrom, int hoursTo, GapReason reason) {
        feeding.put(
                Topics.GAPS,
                url,
                new Gap(url, NOW.minus(Duration.ofHours(hoursFrom)), NOW.minus(Duration.ofHours(hoursTo)), reason, ""));
    }
}
