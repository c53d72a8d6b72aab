// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.topology;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far the state stores are read back from Kafka: for the log and for the answer to "are you ready?". */
public final class RestoreProgress implements StateRestoreListener {

    private static final Logger LOG = LoggerFactory.getLogger(RestoreProgress.class);

    private static final long LOG_EVERY_NANOS = Duration.ofSeconds(5).toNanos();

    private final AtomicLong logged = new AtomicLong(System.nanoTime());
    private final Map<TopicPartition, Part> parts = new ConcurrentHashMap<>();

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long start, long end) {
        parts.put(partition, new Part(0, end - start));
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long batchEnd, long restored) {
        parts.computeIfPresent(partition, (key, part) -> part.plus(restored));
        long last = logged.get();
        long now = System.nanoTime();
        if (now - last > LOG_EVERY_NANOS && logged.compareAndSet(last, now)) {
            LOG.info("{}", describe());
        }
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long restored) {
        parts.remove(partition);
        if (restored > 0) {
            LOG.info("restored {} records of {} from {}; {} left", restored, store, partition, parts.size());
        }
    }

    @Override
    public void onRestoreSuspended(TopicPartition partition, String store, long restored) {
        parts.remove(partition);
    }

    /** What is being restored, in words; empty when nothing is. */
    public String describe() {
        long total = parts.values().stream().mapToLong(Part::total).sum();
        long restored = parts.values().stream().mapToLong(Part::restored).sum();
        return parts.isEmpty()
                ? ""
                : "restoring state: " + restored + " of about " + total + " records, " + parts.size() + " parts left";
    }

    private record Part(long restored, long total) {

        Part plus(long more) {
            return new Part(restored + more, total);
        }
    }
}
