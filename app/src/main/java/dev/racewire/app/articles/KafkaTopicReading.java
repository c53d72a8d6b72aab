// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.articles;

import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicReader;
import dev.racewire.schemas.KafkaTopic;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads Kafka topics from their beginning to where they ended at the start, and on from there if wanted. */
public final class KafkaTopicReading implements AutoCloseable {

    private static final Duration STALLED = Duration.ofSeconds(60);

    private final Consumer<String, byte[]> consumer;
    private final Map<TopicPartition, Long> ends;

    private KafkaTopicReading(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        this.consumer = consumer;
        this.ends = ends;
    }

    /**
     * Stands before the first record of these Kafka topics.
     *
     * @throws IOException when one of them is missing
     */
    public static KafkaTopicReading open(KafkaClients clients, KafkaTopic... topics)
            throws IOException, InterruptedException, ExecutionException {
        return open(clients, 0, 1, topics);
    }

    /**
     * The same for one of several readers that share the partitions: records with one key come to one of them.
     *
     * @param reader number of this one, from 0
     * @param readers how many there are
     * @throws IOException when one of the Kafka topics is missing
     */
    public static KafkaTopicReading open(KafkaClients clients, int reader, int readers, KafkaTopic... topics)
            throws IOException, InterruptedException, ExecutionException {
        List<String> names = Arrays.stream(topics)
                .map(topic -> topic.in(clients.topicPrefix()))
                .toList();
        Consumer<String, byte[]> consumer = clients.consumer(Map.of());
        try (Admin admin = clients.admin()) {
            requireAll(admin, names);
            List<TopicPartition> partitions = new ArrayList<>();
            names.forEach(name -> partitions.addAll(TopicReader.partitions(consumer, name)));
            partitions.removeIf(partition -> partition.partition() % readers != reader);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return new KafkaTopicReading(consumer, new HashMap<>(TopicReader.highWatermarks(admin, partitions)));
        } catch (IOException | InterruptedException | ExecutionException | RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    private static void requireAll(Admin admin, List<String> names)
            throws IOException, InterruptedException, ExecutionException {
        Set<String> present = admin.listTopics().names().get();
        for (String name : names) {
            if (!present.contains(name)) {
                throw new IOException("the cluster has no Kafka topic " + name
                        + ": 'racewire kafka-topics create' makes it, --topic-prefix may be missing");
            }
        }
    }

    /** Reads up to the ends. */
    public void toEnds(java.util.function.Consumer<ConsumerRecord<String, byte[]>> handler) {
        TopicReader.readTo(ends, consumer, STALLED, handler);
    }

    /** Reads what has come since, waiting a moment for it. */
    public void onwards(Duration wait, java.util.function.Consumer<ConsumerRecord<String, byte[]>> handler) {
        consumer.poll(wait).forEach(handler);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
