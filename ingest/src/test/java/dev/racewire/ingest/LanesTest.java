// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.ingest.feedlist.ListedFeed;
import dev.racewire.ingest.feedlist.Outlet;
import dev.racewire.ingest.state.FeedState;
import dev.racewire.ingest.state.States;
import org.junit.jupiter.api.Test;

class LanesTest {

    private static PollTask task(FeedState state) {
        ListedFeed feed = ListedFeed.of(States.URL, Outlet.named("A"));
        return new PollTask(new FeedSlot(0, feed, state), feed, state, "news.example");
    }

    @Test
    void keepsHalfOfTheThreadsForFeedsThatWork() {
        Lanes lanes = new Lanes(4);
        PollTask failing = task(States.failing(1));
        PollTask well = task(States.fresh());
        assertThat(lanes.take(failing)).isTrue();
        assertThat(lanes.take(failing)).isTrue();
        assertThat(lanes.take(failing)).isFalse();
        assertThat(lanes.take(well)).isTrue();
        lanes.release(well);
        assertThat(lanes.take(failing)).isFalse();
        lanes.release(failing);
        assertThat(lanes.take(failing)).isTrue();
    }
}
