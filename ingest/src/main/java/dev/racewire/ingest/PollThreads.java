// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest;

import dev.racewire.ingest.fetch.FailureReason;
import dev.racewire.ingest.schedule.Pace;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that make polls. Whatever a hostile answer does to a poll, its thread survives and gives an outcome. */
final class PollThreads implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PollThreads.class);

    private final Poller poller;
    private final IngestMetrics metrics;
    private final ExecutorService threads;

    PollThreads(Poller poller, IngestMetrics metrics, int count) {
        this.poller = poller;
        this.metrics = metrics;
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(
                count, task -> new Thread(task, "racewire-poll-" + number.incrementAndGet()));
    }

    void start(PollTask task, Pace pace, Consumer<FinishedPoll> whenOver) {
        threads.execute(() -> {
            long began = System.nanoTime();
            FinishedPoll poll = poll(task, pace);
            metrics.over(Duration.ofNanos(System.nanoTime() - began));
            whenOver.accept(poll);
        });
    }

    private FinishedPoll poll(PollTask task, Pace pace) {
        try {
            return poller.poll(task, pace);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            LOG.warn("the poll of {} ended badly: {}", task.feed().url(), e.toString(), e);
            String message =
                    "its answer could not be worked with: " + e.getClass().getSimpleName();
            return poller.failed(task, FailureReason.NOT_A_FEED, message, pace);
        }
    }

    /** The failure of a feed whose items can't be written. */
    FinishedPoll unpublishable(PollTask task, Pace pace) {
        return poller.unpublishable(task, pace);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
