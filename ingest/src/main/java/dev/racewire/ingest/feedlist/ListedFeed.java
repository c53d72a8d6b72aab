// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.feedlist;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A feed that is to be polled.
 *
 * @param url address as listed, the feed's name for ever; secrets in it are written <code>${name}</code>
 * @param minInterval shortest time between two polls, or null for the common bound
 * @param maxInterval longest time between two polls, or null for the common bound
 * @param enabled false: kept and not polled
 * @param note what the list says of it, for people
 */
public record ListedFeed(
        String url,
        Outlet outlet,
        @Nullable Duration minInterval,
        @Nullable Duration maxInterval,
        boolean enabled,
        @Nullable String note) {

    /** A feed of that outlet with the common bounds. */
    public static ListedFeed of(String url, Outlet outlet) {
        return new ListedFeed(url, outlet, null, null, true, null);
    }
}
