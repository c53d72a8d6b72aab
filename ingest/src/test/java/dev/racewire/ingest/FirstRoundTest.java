// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.ingest.feedlist.ListedFeed;
import dev.racewire.ingest.feedlist.Outlet;
import dev.racewire.ingest.fetch.FailureReason;
import dev.racewire.ingest.publish.PollResult;
import dev.racewire.ingest.schedule.PollOutcome;
import dev.racewire.ingest.schedule.PollOutcome.Failed;
import dev.racewire.ingest.schedule.PollOutcome.Gone;
import dev.racewire.ingest.schedule.PollOutcome.Throttled;
import dev.racewire.ingest.schedule.PollOutcome.Unchanged;
import dev.racewire.ingest.state.FeedState;
import dev.racewire.ingest.state.Redirect;
import dev.racewire.ingest.state.States;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FirstRoundTest {

    private final FirstRound round = new FirstRound();
    private int feeds;

    private static PollTask task(String url) {
        ListedFeed feed = ListedFeed.of(url, Outlet.named("A"));
        return new PollTask(new FeedSlot(0, feed, States.fresh()), feed, States.fresh(), "a.example");
    }

    private void polled(PollOutcome outcome, @Nullable String movedTo) {
        FeedState state = States.fresh().withRedirect(new Redirect(null, movedTo, movedTo == null ? 0 : 1));
        round.done(new FinishedPoll(task("https://a.example/" + feeds++), outcome, PollResult.of(state), List.of()));
    }

    @Test
    void sumsUpInOneLineWhenAllWerePolled() {
        polled(new Unchanged(null, null, null), null);
        polled(new Unchanged(null, null, null), "https://b.example/");
        polled(new Failed(FailureReason.REFUSED, "HTTP 403"), null);
        polled(new Failed(FailureReason.NOT_FOUND, "HTTP 404"), null);
        polled(new Gone(), null);
        polled(new Failed(FailureReason.SERVER_ERROR, "HTTP 500"), null);
        assertThat(round.line(7)).isEmpty();
        polled(new Throttled(429, null), null);
        assertThat(round.line(7))
                .contains("first round over 7 feeds: 2 read (1 of them moved), 1 refused (403), 2 dead, 1 failing for"
                        + " now, 1 asking for patience; 'racewire feeds list --trouble' says which and why");
        assertThat(round.line(7)).isEmpty();
    }

    @Test
    void saysNothingWhileNobodyCanBeReached() {
        round.done(FinishedPoll.unreached(task("https://a.example/0")));
        assertThat(round.line(1)).isEmpty();
        polled(new Unchanged(null, null, null), null);
        assertThat(round.line(1)).contains("first round over 1 feeds: 1 read");
    }
}
