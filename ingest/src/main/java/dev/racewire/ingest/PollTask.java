// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest;

import dev.racewire.ingest.feedlist.ListedFeed;
import dev.racewire.ingest.state.FeedState;

/**
 * A poll to make: the feed and its state as they were when it was started.
 *
 * @param slot to whom the result belongs; worthless once the slot is no longer on the board
 * @param host the host that counts as busy meanwhile
 */
record PollTask(FeedSlot slot, ListedFeed feed, FeedState state, String host) {}
