// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.status;

import dev.racewire.app.health.Heartbeats;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicReader;
import dev.racewire.schemas.Canary;
import dev.racewire.schemas.FeedHealth;
import dev.racewire.schemas.FeedState;
import dev.racewire.schemas.Gap;
import dev.racewire.schemas.GapReason;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.WireFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/** What can be learnt only by reading records: how the feeds fare, gaps, heartbeats. */
final class RecentRecords {

    private static final Duration STALLED = Duration.ofSeconds(30);

    private final KafkaClients clients;
    private final Admin admin;
    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());

    RecentRecords(KafkaClients clients, Admin admin) {
        this.clients = clients;
        this.admin = admin;
    }

    /** The polled feeds by how they fare; one that was never polled is unconfirmed. */
    Map<FeedHealth, Long> feeds(Set<String> listed, List<TopicPartition> states)
            throws InterruptedException, ExecutionException {
        Map<String, FeedHealth> health = new HashMap<>();
        listed.forEach(url -> health.put(url, FeedHealth.UNCONFIRMED));
        read(
                states,
                Instant.EPOCH,
                FeedState.class,
                (key, state) -> health.computeIfPresent(key, (url, before) -> state.getHealth()));
        Map<FeedHealth, Long> counts = new EnumMap<>(FeedHealth.class);
        health.values().forEach(each -> counts.merge(each, 1L, Long::sum));
        return counts;
    }

    Map<GapReason, Long> gaps(List<TopicPartition> partitions, Instant since)
            throws InterruptedException, ExecutionException {
        Map<GapReason, Long> counts = new EnumMap<>(GapReason.class);
        read(partitions, since, Gap.class, (key, gap) -> counts.merge(gap.getReason(), 1L, Long::sum));
        return counts;
    }

    /** Tells {@code heartbeats} of the recent ones; returns how long each was under way. */
    List<Duration> heartbeats(Heartbeats heartbeats, List<TopicPartition> partitions, Instant since)
            throws InterruptedException, ExecutionException {
        List<Duration> journeys = new ArrayList<>();
        read(partitions, since, Canary.class, (key, heartbeat) -> {
            heartbeats.hear(heartbeat);
            journeys.add(Heartbeats.underWay(heartbeat));
        });
        return journeys;
    }

    /** How many records there are, whatever they hold. */
    long count(List<TopicPartition> partitions, Instant since) throws InterruptedException, ExecutionException {
        LongAdder count = new LongAdder();
        read(partitions, since, record -> count.increment());
        return count.sum();
    }

    private <T extends SpecificRecord> void read(
            List<TopicPartition> partitions, Instant since, Class<T> type, BiConsumer<String, T> handler)
            throws InterruptedException, ExecutionException {
        read(partitions, since, record -> take(record, type, handler));
    }

    private void read(
            List<TopicPartition> partitions,
            Instant since,
            java.util.function.Consumer<ConsumerRecord<String, byte[]>> handler)
            throws InterruptedException, ExecutionException {
        if (partitions.isEmpty()) {
            return;
        }
        try (Consumer<String, byte[]> consumer = clients.consumer(Map.of())) {
            Map<TopicPartition, Long> ends = TopicReader.highWatermarks(admin, partitions);
            consumer.assign(partitions);
            seek(consumer, partitions, since);
            TopicReader.readTo(ends, consumer, STALLED, handler);
        }
    }

    private static void seek(Consumer<String, byte[]> consumer, List<TopicPartition> partitions, Instant since) {
        if (since.equals(Instant.EPOCH)) {
            consumer.seekToBeginning(partitions);
            return;
        }
        Map<TopicPartition, Long> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, since.toEpochMilli()));
        consumer.seekToEnd(partitions);
        Map<TopicPartition, OffsetAndTimestamp> starts = consumer.offsetsForTimes(wanted);
        starts.forEach((partition, start) -> {
            if (start != null) {
                consumer.seek(partition, start.offset());
            }
        });
    }

    private <T extends SpecificRecord> void take(
            ConsumerRecord<String, byte[]> record, Class<T> type, BiConsumer<String, T> handler) {
        T value = wire.decode(record.value(), type);
        if (value != null) {
            handler.accept(record.key(), value);
        }
    }
}
