// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest;

/**
 * Keeps room for feeds that work: those whose last poll failed, which may hold a thread until the deadline, get half of
 * the threads at most. So hundreds of servers that never answer do not make the others wait.
 */
final class Lanes {

    private final int mostDoubtful;
    private int doubtful;

    Lanes(int threads) {
        this.mostDoubtful = Math.max(1, threads / 2);
    }

    /** Whether the poll may start now; {@link #release} ends it. */
    boolean take(PollTask task) {
        if (!isDoubtful(task)) {
            return true;
        }
        if (doubtful >= mostDoubtful) {
            return false;
        }
        doubtful++;
        return true;
    }

    void release(PollTask task) {
        doubtful -= isDoubtful(task) ? 1 : 0;
    }

    private static boolean isDoubtful(PollTask task) {
        return task.state().condition().failures() > 0;
    }
}
