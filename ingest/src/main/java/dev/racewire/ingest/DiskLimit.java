// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest;

/**
 * Decides from the fullest disk whether polling stops. Once stopped it goes on only when two percent more are free, so
 * that it does not begin and end with every segment.
 */
final class DiskLimit {

    private static final double EASE = 0.02;
    private static final long PLENTY = 10_000_000_000L;

    private final double most;
    private boolean stopped;

    DiskLimit(int percent) {
        this.most = percent / 100.0;
    }

    /** Takes note of a disk's size and free bytes; whether polling stops. */
    boolean stops(long total, long usable) {
        if (most >= 1 || total <= 0) {
            return false;
        }
        double used = 1 - (double) usable / total;
        double limit = stopped ? most - EASE : most;
        stopped = used >= limit && usable < PLENTY;
        return stopped;
    }
}
