// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.fetch;

import java.time.Duration;

/**
 * Bounds of one fetch.
 *
 * @param deadline from the first byte sent to the last byte read, over all redirects
 * @param connect for a connection, and again for its encryption
 * @param read between two packets
 * @param bodyBytes of a body, packed and unpacked
 * @param redirects hops that are followed
 */
public record FetchLimits(Duration deadline, Duration connect, Duration read, int bodyBytes, int redirects) {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(10);
    private static final int REDIRECTS = 5;

    /** The usual bounds with this deadline and this size. */
    public static FetchLimits of(Duration deadline, int bodyBytes) {
        return new FetchLimits(deadline, shorter(CONNECT, deadline), shorter(READ, deadline), bodyBytes, REDIRECTS);
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
