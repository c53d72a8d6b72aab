// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.demo.narrate;

import dev.racewire.schemas.Feed;
import dev.racewire.schemas.FeedHealth;
import dev.racewire.schemas.FeedState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says when a feed begins to fail, and when it works again. */
final class FeedWatch {

    private final Map<String, String> names = new HashMap<>();
    private final Set<String> failing = new HashSet<>();

    void on(Feed feed) {
        names.put(feed.getUrl(), feed.getOutlet().getName());
    }

    Optional<Line> on(FeedState state) {
        String name = names.getOrDefault(state.getUrl(), state.getUrl());
        if (state.getHealth() == FeedHealth.FAILING && failing.add(state.getUrl())) {
            return Optional.of(new Line(
                    "failing", name + ": " + state.getReason() + "; asked again later and later, the others go on"));
        }
        if (state.getHealth() == FeedHealth.OK && failing.remove(state.getUrl())) {
            return Optional.of(new Line("recovered", name + " answers again"));
        }
        return Optional.empty();
    }
}
