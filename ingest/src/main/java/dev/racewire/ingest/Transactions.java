// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest;

import dev.racewire.ingest.assign.FeedGroup;
import dev.racewire.ingest.publish.Commit;
import dev.racewire.ingest.publish.FeedTransaction;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The producer in use; replaced by a new one when it can't tell any more what it has written. Owned by one thread. */
final class Transactions implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

    private final Supplier<FeedTransaction> producers;
    private final IngestMetrics metrics;
    private @Nullable FeedTransaction open;
    private boolean ready;

    Transactions(Supplier<FeedTransaction> producers, IngestMetrics metrics) {
        this.producers = producers;
        this.metrics = metrics;
    }

    /**
     * Settles what this instance left open before; false while Kafka does not answer. Nothing may be polled before that:
     * what a predecessor of the same name wrote could still appear.
     */
    boolean ready() {
        if (ready) {
            return true;
        }
        FeedTransaction producer = open == null ? producers.get() : open;
        open = producer;
        try {
            producer.begin();
            ready = true;
        } catch (TimeoutException e) {
            LOG.warn("the Kafka broker does not answer yet: {}", e.getMessage());
        }
        return ready;
    }

    /** Writes what these polls brought, all or nothing; on {@link Commit#UNKNOWN} it is no longer ready. */
    Commit commit(List<FinishedPoll> polls, FeedGroup group) {
        FeedTransaction producer = open;
        if (producer == null || !ready) {
            return Commit.UNKNOWN;
        }
        Commit commit = producer.commit(
                polls.stream().flatMap(poll -> poll.records().stream()).toList(),
                group.offsets(
                        polls.stream().map(p -> p.task().slot().partition()).collect(Collectors.toSet())),
                group.metadata());
        metrics.transaction(commit);
        if (commit == Commit.UNKNOWN) {
            close();
        }
        return commit;
    }

    @Override
    public void close() {
        ready = false;
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
