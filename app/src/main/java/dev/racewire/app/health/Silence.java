// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells a broker that is away from one that is late: only a silence that lasts counts. */
final class Silence {

    /** What an answer, or none, changes. */
    enum News {
        NONE,
        AWAY,
        BACK
    }

    private final Duration patience;
    private @Nullable Instant since;
    private boolean away;

    Silence(Duration patience) {
        this.patience = patience;
    }

    /** After a question that was, or was not, answered. */
    synchronized News after(boolean answered, Instant asked, Instant now) {
        if (answered) {
            boolean back = away;
            since = null;
            away = false;
            return back ? News.BACK : News.NONE;
        }
        since = since == null ? asked : since;
        if (away || Duration.between(since, now).compareTo(patience) < 0) {
            return News.NONE;
        }
        away = true;
        return News.AWAY;
    }

    /** Since when it is away; empty while it is not. */
    synchronized Optional<Instant> awaySince() {
        return away ? Optional.ofNullable(since) : Optional.empty();
    }
}
