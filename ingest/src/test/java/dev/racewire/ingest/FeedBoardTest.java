// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest;

import static dev.racewire.ingest.state.States.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.ingest.assign.OwnedFeed;
import dev.racewire.ingest.assign.Restored;
import dev.racewire.ingest.feedlist.ListedFeed;
import dev.racewire.ingest.feedlist.Outlet;
import dev.racewire.ingest.schedule.Pace;
import dev.racewire.ingest.schedule.PollQueue;
import dev.racewire.ingest.state.FeedState;
import dev.racewire.schemas.FeedHealth;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeedBoardTest {

    private static final String URL = "https://a.example/feed";
    private static final ListedFeed FEED = ListedFeed.of(URL, Outlet.named("A"));
    private static final Pace PACE = new Pace(Duration.ofMinutes(5), Duration.ofMinutes(20));

    private final FeedBoard board = new FeedBoard(PACE, Duration.ZERO, new PollQueue(2, Duration.ZERO));

    private Restored restored(long assignment, FeedState state) {
        return new Restored(3, assignment, 7, List.of(new OwnedFeed(FEED, state)));
    }

    private long assign() {
        return board.assign(List.of(3)).get(3);
    }

    @Test
    void pollsWhatWasRestored() {
        assertThat(board.install(restored(assign(), null), NOON)).isTrue();
        assertThat(board.settled()).isTrue();
        assertThat(board.take(NOON)).get().returns(FEED, PollTask::feed);
        assertThat(board.take(NOON)).isEmpty();
    }

    @Test
    void takesNothingOfAnAssignmentThatIsOver() {
        long old = assign();
        board.drop(3);
        assertThat(board.install(restored(old, null), NOON)).isFalse();
        long now = assign();
        assertThat(board.install(restored(old, null), NOON)).isFalse();
        assertThat(board.settled()).isFalse();
        assertThat(board.install(restored(now, null), NOON)).isTrue();
    }

    @Test
    void throwsAwayAPollWhosePartitionWentAndCameBack() {
        board.install(restored(assign(), null), NOON);
        PollTask task = board.take(NOON).orElseThrow();
        assertThat(board.owns(task)).isTrue();
        board.drop(3);
        board.install(restored(assign(), null), NOON);
        board.released(task, NOON);
        assertThat(board.owns(task)).isFalse();
        assertThat(board.take(NOON)).isPresent();
    }

    @Test
    void stopsAtOnceWhenAFeedIsRemovedOrDisabled() {
        board.install(restored(assign(), null), NOON);
        board.change(3, URL, new ListedFeed(URL, FEED.outlet(), null, null, false, null), NOON);
        assertThat(board.take(NOON)).isEmpty();
        assertThat(board.health()).isEqualTo(Map.of(FeedHealth.DISABLED, 1L));
        board.change(3, URL, FEED, NOON);
        PollTask task = board.take(NOON).orElseThrow();
        board.change(3, URL, null, NOON);
        assertThat(board.owns(task)).isFalse();
        assertThat(board.health()).isEmpty();
    }

    @Test
    void pollsAChangedFeedOnceWhileItIsBeingPolled() {
        board.install(restored(assign(), null), NOON);
        PollTask task = board.take(NOON).orElseThrow();
        board.change(3, URL, new ListedFeed(URL, Outlet.named("B"), null, null, true, null), NOON);
        assertThat(board.take(NOON)).isEmpty();
        board.released(task, NOON);
        board.remember(task, FeedState.fresh(URL, NOON.plusSeconds(60), Duration.ofMinutes(5)));
        assertThat(board.take(NOON)).isEmpty();
        assertThat(board.take(NOON.plusSeconds(60)))
                .get()
                .returns("B", next -> next.feed().outlet().name());
    }

    @Test
    void asksSoonerWhenTheBoundsWereNarrowed() {
        FeedState late = FeedState.fresh(URL, NOON.plus(Duration.ofDays(1)), Duration.ofDays(1));
        board.install(restored(assign(), late), NOON);
        assertThat(board.nextDue()).contains(NOON.plus(PACE.longest()));
    }
}
