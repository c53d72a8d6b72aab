// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.runtime.kafka.AvroSerde;
import dev.racewire.schemas.Coverage;
import dev.racewire.schemas.Feed;
import dev.racewire.schemas.FeedHealth;
import dev.racewire.schemas.FeedState;
import dev.racewire.schemas.Outlet;
import dev.racewire.schemas.StateMedia;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Coverage tells how many polls were due, read and failed, beside how much was read. */
class PollCoverageTest {

    private static final String FEED = "https://a.example/feed";
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration INTERVAL = Duration.ofMinutes(10);

    private final NewsRoom room = new NewsRoom();

    @BeforeEach
    void list() {
        Feed feed = Feed.newBuilder()
                .setUrl(FEED)
                .setOutlet(new Outlet("A", "https://a.example/", "id", "ID", "general", "House", StateMedia.NO))
                .build();
        room.list(FEED, new AvroSerde<>(Feed.class).serializer().serialize("", feed));
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void countsEachPollOnceByHourAndByDay() {
        poll(1, NOON, 0);
        poll(2, NOON.plus(INTERVAL), 0);
        poll(2, NOON.plus(INTERVAL), 0);
        poll(3, NOON.plus(INTERVAL.multipliedBy(2)), 1);

        assertPolls("id|ID|PT1H|2026-11-24T12:00:00Z", 3, 2, 1);
        assertPolls("id|ID|P1D|2026-11-24T00:00:00Z", 3, 2, 1);
    }

    @Test
    void aPollThatNobodyMadeWasDueAllTheSame() {
        poll(1, NOON, 0);
        poll(2, NOON.plus(Duration.ofMinutes(95)), 0);

        // Due at 12:10, 20, 30, 40, 50; 13:00, 10, 20; the one of 13:30 was made at 13:35.
        assertPolls("id|ID|PT1H|2026-11-24T12:00:00Z", 6, 1, 0);
        assertPolls("id|ID|PT1H|2026-11-24T13:00:00Z", 4, 1, 0);
    }

    @Test
    void aPollThatIsALittleLateIsOnePoll() {
        poll(1, NOON, 0);
        poll(2, NOON.plus(INTERVAL).plusSeconds(300), 0);

        assertPolls("id|ID|PT1H|2026-11-24T12:00:00Z", 2, 2, 0);
    }

    @Test
    void aSilenceOfYearsIsNotAddedUp() {
        poll(1, NOON.minus(Duration.ofDays(3000)), 0);
        poll(2, NOON, 0);

        assertThat(room.coverage().keySet()).hasSizeLessThan(200);
    }

    @Test
    void aStateThatCannotBeReadStopsNothing() {
        room.poll(FEED, "no state".getBytes(StandardCharsets.UTF_8));
        poll(1, NOON, 0);

        assertPolls("id|ID|PT1H|2026-11-24T12:00:00Z", 1, 1, 0);
    }

    private void assertPolls(String key, long due, long read, long failed) {
        Coverage coverage = room.coverage(key);
        assertThat(List.of(coverage.getFeedsDue(), coverage.getFeedsRead(), coverage.getFeedsFailing()))
                .containsExactly(due, read, failed);
    }

    private void poll(long polls, Instant at, int failures) {
        FeedState state = FeedState.newBuilder()
                .setUrl(FEED)
                .setRedirectSightings(0)
                .setPlainFetch(false)
                .setLastPoll(at)
                .setNextPoll(at.plus(INTERVAL))
                .setIntervalSeconds((int) INTERVAL.toSeconds())
                .setFloorSeconds(0)
                .setSkipHours(0)
                .setSkipDays(0)
                .setFailures(failures)
                .setHealth(FeedHealth.UNKNOWN)
                .setReason("")
                .setProvable(true)
                .setNewest(List.of())
                .setSeen(List.of())
                .setPolls(polls)
                .setArticles(0)
                .build();
        room.poll(FEED, new AvroSerde<>(FeedState.class).serializer().serialize("", state));
    }
}
