// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.feedlist;

import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicReader;
import dev.racewire.schemas.Feed;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The list in force, as {@code racewire-feeds} holds it: reads it and changes it. A feed stands in the partition of its
 * registrable host. Instances of ingest act on a change within a second; nothing restarts.
 */
public final class FeedListPublisher {

    private static final Duration STALLED = Duration.ofSeconds(30);

    private final KafkaClients clients;
    private final String topic;
    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());

    public FeedListPublisher(KafkaClients clients) {
        this.clients = clients;
        this.topic = Topics.FEEDS.in(clients.topicPrefix());
    }

    /** The feeds in force, by address. */
    public Map<String, ListedFeed> current() throws InterruptedException, ExecutionException {
        Map<String, ListedFeed> feeds = new LinkedHashMap<>();
        try (Consumer<String, byte[]> consumer = clients.consumer(Map.of());
                Admin admin = clients.admin()) {
            List<TopicPartition> partitions = TopicReader.partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            TopicReader.readTo(
                    TopicReader.highWatermarks(admin, partitions), consumer, STALLED, record -> take(record, feeds));
        }
        return feeds;
    }

    private void take(ConsumerRecord<String, byte[]> record, Map<String, ListedFeed> feeds) {
        Feed feed = wire.decode(record.value(), Feed.class);
        if (feed == null) {
            feeds.remove(record.key());
        } else {
            feeds.put(record.key(), FeedRecords.fromRecord(feed));
        }
    }

    /** Adds these feeds or changes them; returns how many differ from what was in force. */
    public int add(List<ListedFeed> feeds) throws InterruptedException, ExecutionException {
        Map<String, ListedFeed> current = current();
        return send(changes(feeds, current));
    }

    /** Makes this list the list in force: others are removed. Returns how many feeds changed. */
    public int replace(List<ListedFeed> feeds) throws InterruptedException, ExecutionException {
        Map<String, ListedFeed> current = current();
        Map<String, @Nullable ListedFeed> changes = changes(feeds, current);
        Set<String> kept = feeds.stream().map(ListedFeed::url).collect(Collectors.toSet());
        current.keySet().stream().filter(url -> !kept.contains(url)).forEach(url -> changes.put(url, null));
        return send(changes);
    }

    /** Removes these feeds; what was read from them stays. */
    public int remove(List<String> urls) throws InterruptedException, ExecutionException {
        Map<String, ListedFeed> current = current();
        Map<String, @Nullable ListedFeed> changes = new LinkedHashMap<>();
        urls.stream().filter(current::containsKey).forEach(url -> changes.put(url, null));
        return send(changes);
    }

    private static Map<String, @Nullable ListedFeed> changes(List<ListedFeed> feeds, Map<String, ListedFeed> current) {
        Map<String, @Nullable ListedFeed> changes = new LinkedHashMap<>();
        feeds.stream().filter(feed -> !feed.equals(current.get(feed.url()))).forEach(f -> changes.put(f.url(), f));
        return changes;
    }

    private int send(Map<String, @Nullable ListedFeed> changes) throws InterruptedException, ExecutionException {
        try (Producer<String, byte[]> producer = clients.producer(Map.of("linger.ms", "5"))) {
            int partitions = producer.partitionsFor(topic).size();
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            changes.forEach((url, feed) -> sent.add(producer.send(record(url, feed, partitions))));
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        }
        return changes.size();
    }

    private ProducerRecord<String, byte[]> record(String url, @Nullable ListedFeed feed, int partitions) {
        byte[] value = feed == null ? null : wire.encode(FeedRecords.toRecord(feed));
        return new ProducerRecord<>(topic, FeedUrl.partition(url, partitions), url, value);
    }
}
