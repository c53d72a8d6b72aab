// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.schedule;

import java.time.Duration;
import java.util.SplittableRandom;

/** Spreads feeds in time by their address and number of polls: reproducible, and different for each. */
public final class Jitter {

    private static final double SHARE = 0.1;

    private Jitter() {}

    /** The duration, up to a tenth shorter or longer. */
    static Duration around(Duration duration, String url, long poll) {
        double factor = 1 - SHARE + 2 * SHARE * fraction(url, poll);
        return Duration.ofMillis((long) (duration.toMillis() * factor));
    }

    /** Something between nothing and that much. */
    public static Duration upTo(Duration most, String url, long poll) {
        return Duration.ofMillis((long) (most.toMillis() * fraction(url, poll)));
    }

    private static double fraction(String url, long poll) {
        return new SplittableRandom(url.hashCode() * 31L + poll).nextDouble();
    }
}
