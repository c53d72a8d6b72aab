// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TransactionAbortedException;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a thread that died is replaced: yes when the cluster was in the way, no when our own state or code
 * was, since the next thread would die of the same; and no when it keeps happening.
 */
public final class FailurePolicy {

    private static final int MOST_REPLACEMENTS = 10;
    private static final Duration SPAN = Duration.ofMinutes(10);

    private final Deque<Instant> replacements = new ArrayDeque<>();

    /** Whether the thread that died of this at that time is to be replaced. */
    public synchronized boolean replace(Throwable failure, Instant now) {
        while (!replacements.isEmpty() && replacements.getFirst().isBefore(now.minus(SPAN))) {
            replacements.removeFirst();
        }
        if (!transientFailure(failure) || replacements.size() >= MOST_REPLACEMENTS) {
            return false;
        }
        replacements.addLast(now);
        return true;
    }

    private static boolean transientFailure(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RetriableException
                    || cause instanceof ProducerFencedException
                    || cause instanceof InvalidProducerEpochException
                    || cause instanceof TransactionAbortedException) {
                return true;
            }
        }
        return false;
    }
}
