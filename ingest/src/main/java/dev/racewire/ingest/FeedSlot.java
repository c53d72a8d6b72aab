// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest;

import dev.racewire.ingest.feedlist.FeedUrl;
import dev.racewire.ingest.feedlist.ListedFeed;
import dev.racewire.ingest.state.FeedState;

/**
 * A feed that this instance owns, for as long as one assignment lasts. Owned by the loop's thread; a poll under way holds
 * it as a token only.
 */
final class FeedSlot {

    private final int partition;
    private ListedFeed feed;
    private FeedState state;
    private boolean polling;
    private String host;

    FeedSlot(int partition, ListedFeed feed, FeedState state) {
        this.partition = partition;
        this.feed = feed;
        this.state = state;
        this.host = FeedUrl.registrableHost(state.address());
    }

    int partition() {
        return partition;
    }

    ListedFeed feed() {
        return feed;
    }

    FeedState state() {
        return state;
    }

    boolean polling() {
        return polling;
    }

    /** The host whose patience a poll of it uses. */
    String host() {
        return host;
    }

    void list(ListedFeed changed) {
        feed = changed;
    }

    void remember(FeedState changed) {
        if (!changed.address().equals(state.address())) {
            host = FeedUrl.registrableHost(changed.address());
        }
        state = changed;
    }

    void polling(boolean now) {
        polling = now;
    }
}
