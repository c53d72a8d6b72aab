// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.assign;

import dev.racewire.ingest.feedlist.FeedRecords;
import dev.racewire.ingest.feedlist.ListedFeed;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.schemas.Feed;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import dev.racewire.schemas.WireFormatException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Membership in the group that shares the feed list's partitions out. A partition that is assigned is restored on a
 * thread of its own, so that the feeds which stay go on being polled; from there on its changes are followed. All
 * methods are for one thread.
 */
public final class FeedGroup implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FeedGroup.class);

    /** Who is told, on the thread that calls {@link #poll}, but for the two last. */
    public interface Owner {

        /** Partitions are ours from now on; returns the number of each assignment. */
        Map<Integer, Long> assigned(Collection<Integer> partitions);

        /** Partitions are about to go: what is finished may still be committed. */
        void revoked(Collection<Integer> partitions);

        /** Partitions went while we were away: nothing of theirs may be committed. */
        void lost(Collection<Integer> partitions);

        /** A feed was added, changed or, with null, removed. */
        void changed(int partition, String url, @Nullable ListedFeed feed);

        /** A partition was read; called on another thread. */
        void restored(Restored partition);

        /** Partitions could not be read; called on another thread. */
        void restoreFailed(Map<Integer, Long> assignments, Exception cause);
    }

    private final Owner owner;
    private final String topic;
    private final int partitions;
    private final Consumer<String, byte[]> consumer;
    private final PartitionRestorer restorer;
    private final ExecutorService restoring;
    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());

    /** Membership by a consumer of {@link #consumer}, which closes with it. */
    public FeedGroup(KafkaClients clients, Consumer<String, byte[]> consumer, Owner owner) {
        this.owner = owner;
        this.consumer = consumer;
        this.topic = Topics.FEEDS.in(clients.topicPrefix());
        this.restorer = new PartitionRestorer(clients, name(clients.topicPrefix()));
        this.restoring = Executors.newSingleThreadExecutor(task -> new Thread(task, "racewire-ingest-restore"));
        this.partitions = Topics.FEEDS.partitions();
    }

    /** A consumer that may join; it is missed when nothing was heard of it for a session. */
    public static Consumer<String, byte[]> consumer(KafkaClients clients, Duration session) {
        return clients.consumer(Map.of(
                "group.id", name(clients.topicPrefix()),
                "session.timeout.ms", String.valueOf(session.toMillis()),
                "heartbeat.interval.ms", String.valueOf(Math.max(200, session.toMillis() / 6)),
                "partition.assignment.strategy", CooperativeStickyAssignor.class.getName(),
                "allow.auto.create.topics", "false"));
    }

    /** Name of the consumer group. */
    public static String name(String topicPrefix) {
        return topicPrefix + "racewire-ingest";
    }

    /** Joins the group; assignments follow with {@link #poll}. */
    public void join() {
        consumer.subscribe(List.of(topic), new Listener());
    }

    /** Takes part in the group's life and hands on what changed in the feed list; never waits. */
    public void poll() {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ZERO)) {
            if (!Contents.belongs(record.key(), record.partition(), partitions)) {
                continue;
            }
            try {
                Feed feed = wire.decode(record.value(), Feed.class);
                owner.changed(record.partition(), record.key(), feed == null ? null : FeedRecords.fromRecord(feed));
            } catch (WireFormatException e) {
                LOG.warn("a change of {} is not readable; the feed stays as it was: {}", record.key(), e.getMessage());
            }
        }
    }

    /** Reads these partitions anew, in the background. */
    public void restore(Map<Integer, Long> assignments) {
        restoring.execute(() -> {
            try {
                restorer.restore(assignments).forEach(owner::restored);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                owner.restoreFailed(assignments, e);
            }
        });
    }

    /** Follows the changes of a partition from where it was restored to. */
    public void follow(Restored restored) {
        TopicPartition partition = new TopicPartition(topic, restored.partition());
        consumer.seek(partition, restored.nextOffset());
        consumer.resume(List.of(partition));
    }

    /** The offsets that go into a transaction about feeds of these partitions. */
    public Map<TopicPartition, OffsetAndMetadata> offsets(Set<Integer> numbers) {
        return numbers.stream()
                .map(number -> new TopicPartition(topic, number))
                .collect(Collectors.toMap(p -> p, p -> new OffsetAndMetadata(consumer.position(p))));
    }

    /** Who we are in the group; sent along with offsets it keeps zombies out. */
    public ConsumerGroupMetadata metadata() {
        return consumer.groupMetadata();
    }

    /** Leaves the group, so that others take over at once. */
    @Override
    public void close() {
        restoring.shutdownNow();
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(3))
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    }

    private final class Listener implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
            if (assigned.isEmpty()) {
                return;
            }
            consumer.pause(assigned); // Their records are the restorer's until it is done.
            restore(owner.assigned(numbers(assigned)));
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
            owner.revoked(numbers(revoked));
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> lost) {
            owner.lost(numbers(lost));
        }

        private List<Integer> numbers(Collection<TopicPartition> some) {
            return some.stream().map(TopicPartition::partition).toList();
        }
    }
}
