// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.feeds;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long ago something was, in its largest unit. */
final class Age {

    private Age() {}

    static String of(@Nullable Instant then, Instant now) {
        return then == null ? "never" : words(Duration.between(then, now)) + " ago";
    }

    static String words(Duration duration) {
        Duration span = duration.isNegative() ? Duration.ZERO : duration;
        if (span.toDays() > 0) {
            return span.toDays() + " d";
        }
        if (span.toHours() > 0) {
            return span.toHours() + " h";
        }
        return span.toMinutes() > 0 ? span.toMinutes() + " min" : span.toSeconds() + " s";
    }
}
