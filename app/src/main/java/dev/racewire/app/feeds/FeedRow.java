// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.feeds;

import dev.racewire.ingest.feedlist.ListedFeed;
import dev.racewire.ingest.state.FeedState;
import dev.racewire.schemas.FeedHealth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A feed in force and how it fares.
 *
 * @param state null: it was never polled
 */
public record FeedRow(ListedFeed feed, @Nullable FeedState state) {

    /** How it fares; a feed that is not polled has no other health than that. */
    public FeedHealth health() {
        if (!feed.enabled()) {
            return FeedHealth.DISABLED;
        }
        return state == null ? FeedHealth.UNCONFIRMED : state.condition().health();
    }

    /** Whether somebody should look after it. */
    public boolean troubled() {
        return health() == FeedHealth.FAILING || health() == FeedHealth.THROTTLED || health() == FeedHealth.GONE;
    }

    String healthWord() {
        return health() == FeedHealth.UNCONFIRMED ? "new" : health().name().toLowerCase(Locale.ROOT);
    }

    @Nullable
    Instant lastRead() {
        return state == null ? null : state.rhythm().lastRead();
    }

    /** What there is to say beside its health. */
    String remark() {
        if (state == null || !feed.enabled()) {
            return "";
        }
        List<String> words = new ArrayList<>();
        if (!state.condition().reason().isEmpty()) {
            words.add(state.condition().reason());
        }
        if (state.condition().failures() > 1) {
            words.add(state.condition().failures() + " times in a row");
        }
        if (state.redirect().believed() != null) {
            words.add("polled at " + state.redirect().believed());
        }
        if (!state.memory().provable()) {
            words.add("unprovable: its answers do not show whether something was missed");
        }
        return String.join("; ", words);
    }
}
