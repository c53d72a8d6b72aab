// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.assign;

import dev.racewire.ingest.feedlist.FeedRecords;
import dev.racewire.ingest.feedlist.ListedFeed;
import dev.racewire.ingest.state.FeedState;
import dev.racewire.ingest.state.FeedStateRecords;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicReader;
import dev.racewire.schemas.Feed;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import dev.racewire.schemas.WireFormatException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what is known of the feeds of partitions that were just assigned. The order is what makes it exact: first the
 * committed offsets, which a broker withholds while a predecessor's transaction has some in flight; then the high
 * watermarks, which lie behind everything that predecessors wrote; then all committed records up to there, which waits
 * for transactions that are still open. Whoever the predecessor was, nothing of it can appear later: the group has a
 * new generation and refuses its offsets.
 */
public final class PartitionRestorer {

    private static final Logger LOG = LoggerFactory.getLogger(PartitionRestorer.class);

    /** Longer than a predecessor's transaction can stay open. */
    private static final Duration STALLED = Duration.ofSeconds(60);

    private final KafkaClients clients;
    private final String group;
    private final String feedsTopic;
    private final String statesTopic;
    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());

    public PartitionRestorer(KafkaClients clients, String group) {
        this.clients = clients;
        this.group = group;
        this.feedsTopic = Topics.FEEDS.in(clients.topicPrefix());
        this.statesTopic = Topics.FEED_STATES.in(clients.topicPrefix());
    }

    /** Restores partitions, by number, each for its assignment. */
    public List<Restored> restore(Map<Integer, Long> assignments) throws InterruptedException, ExecutionException {
        try (Admin admin = clients.admin();
                Consumer<String, byte[]> reader = clients.consumer(Map.of("max.poll.records", "2000"))) {
            awaitStableOffsets(admin, of(feedsTopic, assignments.keySet()));
            List<TopicPartition> partitions = new ArrayList<>(of(feedsTopic, assignments.keySet()));
            partitions.addAll(of(statesTopic, assignments.keySet()));
            Map<TopicPartition, Long> ends = TopicReader.highWatermarks(admin, partitions);
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            Contents contents = new Contents(reader.partitionsFor(feedsTopic).size());
            TopicReader.readTo(ends, reader, STALLED, record -> take(record, contents));
            List<Restored> restored = new ArrayList<>();
            assignments.forEach((partition, assignment) -> restored.add(new Restored(
                    partition,
                    assignment,
                    reader.position(new TopicPartition(feedsTopic, partition)),
                    contents.feeds(partition))));
            return restored;
        }
    }

    private void awaitStableOffsets(Admin admin, Collection<TopicPartition> partitions)
            throws InterruptedException, ExecutionException {
        admin.listConsumerGroupOffsets(
                        Map.of(group, new ListConsumerGroupOffsetsSpec().topicPartitions(partitions)),
                        new ListConsumerGroupOffsetsOptions().requireStable(true))
                .all()
                .get();
    }

    private static List<TopicPartition> of(String topic, Collection<Integer> partitions) {
        return partitions.stream()
                .map(number -> new TopicPartition(topic, number))
                .toList();
    }

    private void take(ConsumerRecord<String, byte[]> record, Contents contents) {
        try {
            if (record.topic().equals(statesTopic)) {
                contents.state(record.key(), state(record));
            } else {
                contents.feed(record.partition(), record.key(), feed(record));
            }
        } catch (WireFormatException e) {
            LOG.warn(
                    "{} partition {} offset {} is not readable and is skipped: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getMessage());
        }
    }

    private @Nullable FeedState state(ConsumerRecord<String, byte[]> record) {
        dev.racewire.schemas.FeedState value = wire.decode(record.value(), dev.racewire.schemas.FeedState.class);
        return value == null ? null : FeedStateRecords.fromRecord(value);
    }

    private @Nullable ListedFeed feed(ConsumerRecord<String, byte[]> record) {
        Feed value = wire.decode(record.value(), Feed.class);
        return value == null ? null : FeedRecords.fromRecord(value);
    }
}
