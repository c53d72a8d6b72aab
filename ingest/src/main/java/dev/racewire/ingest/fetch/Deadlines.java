// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.fetch;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.concurrent.Cancellable;
import org.jspecify.annotations.Nullable;

/** Total deadlines, which the HTTP client itself does not have: a timer cuts the request that is under way. */
final class Deadlines implements AutoCloseable {

    private final ScheduledThreadPoolExecutor timer;

    Deadlines() {
        timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "racewire-ingest-deadline");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
    }

    Deadline within(Duration time) {
        Deadline deadline = new Deadline();
        deadline.timer = timer.schedule(deadline::pass, time.toNanos(), TimeUnit.NANOSECONDS);
        return deadline;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** The deadline of one fetch, over all its requests. */
    static final class Deadline implements AutoCloseable {

        private @Nullable Future<?> timer;
        private @Nullable Cancellable current;
        private boolean passed;

        private synchronized void pass() {
            passed = true;
            if (current != null) {
                current.cancel();
            }
        }

        /** From now on this is the request that the deadline cuts; at once if it has passed. */
        synchronized void guard(Cancellable request) {
            current = request;
            if (passed) {
                request.cancel();
            }
        }

        synchronized boolean passed() {
            return passed;
        }

        @Override
        public void close() {
            if (timer != null) {
                timer.cancel(false);
            }
        }
    }
}
