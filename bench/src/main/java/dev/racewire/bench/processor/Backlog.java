// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.processor;

import dev.racewire.processor.topology.Names;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.schemas.Article;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Articles that wait in Kafka, and how far a group has come with them. */
final class Backlog {

    /** So few records left are heartbeats and marks of transactions. */
    private static final long NOTHING = 200;

    private static final String RULINGS = "-" + Names.RULINGS_BY_LANGUAGE + "-repartition";

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final KafkaClients clients;
    private final Admin admin;
    private final String topic;

    Backlog(KafkaClients clients, Admin admin) {
        this.clients = clients;
        this.admin = admin;
        this.topic = Topics.ARTICLES.in(clients.topicPrefix());
    }

    /** Puts articles of the mix there, fetched a millisecond apart. */
    void fill(int articles) {
        WireFormat wire = new WireFormat(SchemaHistory.bundled());
        Instant now = Instant.now();
        try (Producer<String, byte[]> producer = clients.producer(Map.of("linger.ms", "20", "batch.size", "131072"))) {
            for (int number = 0; number < articles; number++) {
                Article article = ArticleMix.article(number, now.plusMillis(number));
                var unused = producer.send(
                        new ProducerRecord<>(topic, null, now.toEpochMilli(), article.getId(), wire.encode(article)));
            }
        }
    }

    /** Waits until the group has committed at least one article; returns how many. */
    long awaitBegin(String group) throws InterruptedException, ExecutionException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            long read = articles(committed(group));
            if (read > 0) {
                return read;
            }
            pause();
        }
        throw new IllegalStateException(group + " has not begun in time");
    }

    /** Waits until the group has read all articles and, between its steps, all that it made of them. */
    long awaitEnd(String group) throws InterruptedException, ExecutionException {
        List<TopicPartition> read = partitions(before(group));
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            Map<TopicPartition, Long> committed = committed(group);
            long left = sum(ends(read)) - sum(committed);
            if (left < NOTHING) {
                return articles(committed);
            }
            pause();
        }
        throw new IllegalStateException(group + " is not through in time");
    }

    private static void pause() {
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }

    private long articles(Map<TopicPartition, Long> committed) {
        return committed.entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(topic))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private Map<TopicPartition, Long> committed(String group) throws InterruptedException, ExecutionException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (Map.Entry<TopicPartition, OffsetAndMetadata> entry : admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .entrySet()) {
            if (entry.getValue() != null) {
                offsets.put(entry.getKey(), entry.getValue().offset());
            }
        }
        return offsets;
    }

    private Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(latest).all().get().forEach((partition, info) -> ends.put(partition, info.offset()));
        return ends;
    }

    /** Offsets taken in all Kafka topics of the installation, marks of transactions among them. */
    long records() throws InterruptedException, ExecutionException {
        return sum(ends(partitions(topics(clients.topicPrefix()))));
    }

    private List<TopicPartition> partitions(List<String> topics) throws InterruptedException, ExecutionException {
        return admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(description -> description.partitions().stream()
                        .map(partition -> new TopicPartition(description.name(), partition.partition())))
                .toList();
    }

    /** What the group reads: the articles, and what its steps have for one another. */
    private List<String> before(String group) throws InterruptedException, ExecutionException {
        List<String> read = new ArrayList<>(topics(group));
        read.removeIf(name -> !name.endsWith("-repartition"));
        read.add(topic);
        return read;
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The member of the group, by its lasting name, that the rulings on most articles go through. */
    String busiestMember(String group) throws InterruptedException, ExecutionException {
        Map<TopicPartition, Long> rulings = ends(partitions(List.of(group + RULINGS)));
        TopicPartition busiest = Collections.max(rulings.entrySet(), Map.Entry.comparingByValue())
                .getKey();
        return admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                .flatMap(description -> description.members().stream())
                .filter(member -> member.assignment().topicPartitions().contains(busiest))
                .flatMap(member -> member.groupInstanceId().stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody in " + group + " has " + busiest));
    }

    /** Removes the Kafka topics between the steps of a group, so that its successors find a broker as empty. */
    void forget(String group) throws InterruptedException, ExecutionException {
        admin.deleteTopics(topics(group)).all().get();
        while (!topics(group).isEmpty()) {
            pause();
        }
    }

    private List<String> topics(String beginning) throws InterruptedException, ExecutionException {
        return admin.listTopics().names().get().stream()
                .filter(name -> name.startsWith(beginning))
                .toList();
    }
}
