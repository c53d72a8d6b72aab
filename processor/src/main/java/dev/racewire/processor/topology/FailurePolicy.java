// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TransactionAbortedException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.rocksdb.RocksDBException;

/** Decides what follows when a processing thread has died; nothing that keeps happening is tried for ever. */
public final class FailurePolicy {

    private static final int MOST_REPLACEMENTS = 10;
    private static final Duration REPLACEMENT_SPAN = Duration.ofMinutes(10);
    private static final Duration REBUILD_SPAN = Duration.ofHours(1);

    private final Deque<Instant> replacements = new ArrayDeque<>();
    private Instant lastRebuild = Instant.MIN;

    /** What follows a failure. */
    public enum Remedy {
        /** The cluster was in the way: another thread takes over. */
        REPLACE,
        /** The state on this disk can't be read: it is thrown away and read back from Kafka. */
        REBUILD,
        /** Our own code, or the disk as such: the next thread would die of the same. */
        FAIL
    }

    /** What follows that failure at that time. */
    public synchronized Remedy after(Throwable failure, Instant now) {
        if (has(failure, FailurePolicy::isOfTheCluster)) {
            return mayReplace(now) ? Remedy.REPLACE : Remedy.FAIL;
        }
        if (has(failure, FailurePolicy::isBrokenState) && !has(failure, FailurePolicy::isFullDisk)) {
            return mayRebuild(now) ? Remedy.REBUILD : Remedy.FAIL;
        }
        return Remedy.FAIL;
    }

    private boolean mayReplace(Instant now) {
        while (!replacements.isEmpty() && replacements.getFirst().isBefore(now.minus(REPLACEMENT_SPAN))) {
            replacements.removeFirst();
        }
        replacements.addLast(now);
        return replacements.size() <= MOST_REPLACEMENTS;
    }

    private boolean mayRebuild(Instant now) {
        boolean first = lastRebuild.isBefore(now.minus(REBUILD_SPAN));
        lastRebuild = first ? now : lastRebuild;
        return first;
    }

    private static boolean has(Throwable failure, Predicate<Throwable> wanted) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (wanted.test(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfTheCluster(Throwable cause) {
        return cause instanceof RetriableException
                || cause instanceof ProducerFencedException
                || cause instanceof InvalidProducerEpochException
                || cause instanceof TransactionAbortedException;
    }

    private static boolean isBrokenState(Throwable cause) {
        return cause instanceof ProcessorStateException || cause instanceof RocksDBException;
    }

    private static boolean isFullDisk(Throwable cause) {
        String message = cause.getMessage() == null ? "" : cause.getMessage().toLowerCase(Locale.ROOT);
        return message.contains("no space left") || message.contains("quota exceeded");
    }
}
