// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.runtime.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Reads partitions from where a consumer stands up to where they ended when it was asked. */
public final class TopicReader {

    private static final Duration POLL = Duration.ofMillis(200);

    private TopicReader() {}

    /** The partitions of a Kafka topic. */
    public static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    /**
     * The high watermarks, which lie behind open transactions too. A reader of committed records that reaches them has
     * seen everything that was under way; the last stable offset would be too early.
     */
    public static Map<TopicPartition, Long> highWatermarks(Admin admin, Collection<TopicPartition> partitions)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
        return admin
                .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                .all()
                .get()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> offset(e.getValue())));
    }

    private static long offset(ListOffsetsResult.ListOffsetsResultInfo info) {
        return info.offset();
    }

    /**
     * Reads on until the consumer stands at or behind {@code ends}.
     *
     * @param stalled how long to wait without any progress before giving up
     * @throws IllegalStateException when nothing moves for that long, for example behind a transaction that stays open
     */
    public static void readTo(
            Map<TopicPartition, Long> ends,
            Consumer<String, byte[]> consumer,
            Duration stalled,
            java.util.function.Consumer<ConsumerRecord<String, byte[]>> handler) {
        long lastProgress = System.nanoTime();
        long before = -1;
        while (!reached(ends, consumer)) {
            consumer.poll(POLL).forEach(handler);
            long position = ends.keySet().stream().mapToLong(consumer::position).sum();
            if (position != before) {
                before = position;
                lastProgress = System.nanoTime();
            } else if (System.nanoTime() - lastProgress > stalled.toNanos()) {
                throw new IllegalStateException(
                        "no progress for " + stalled.toSeconds() + " s while reading " + ends.keySet());
            }
        }
    }

    private static boolean reached(Map<TopicPartition, Long> ends, Consumer<?, ?> consumer) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
}
