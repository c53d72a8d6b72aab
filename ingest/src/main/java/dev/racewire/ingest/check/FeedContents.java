// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.check;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a feed that could be read holds and says of itself.
 *
 * @param address where it came from in the end
 * @param articles items that can be told apart
 * @param dated how many of them carry a date
 * @param newest the latest of these dates that is not in the future
 * @param floor shortest time between two polls that it asks for; null when it does not
 * @param conditional whether it can be asked "anything new since?"
 * @param provable whether its answers show that nothing was missed between two polls
 * @param warning what was wrong with it, or the empty string
 */
public record FeedContents(
        URI address,
        @Nullable String title,
        @Nullable String language,
        int articles,
        int dated,
        @Nullable Instant newest,
        @Nullable Duration floor,
        boolean conditional,
        boolean provable,
        String warning) {}
