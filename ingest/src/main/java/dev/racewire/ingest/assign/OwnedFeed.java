// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.assign;

import dev.racewire.ingest.feedlist.ListedFeed;
import dev.racewire.ingest.state.FeedState;
import org.jspecify.annotations.Nullable;

/**
 * A feed that this instance polls.
 *
 * @param state null: it was never polled
 */
public record OwnedFeed(ListedFeed feed, @Nullable FeedState state) {}
