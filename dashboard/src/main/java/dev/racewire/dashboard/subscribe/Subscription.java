// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.subscribe;

import dev.racewire.dashboard.DashboardMetrics;
import dev.racewire.dashboard.view.Positions;
import dev.racewire.dashboard.view.View;
import dev.racewire.runtime.kafka.ClientMeters;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicReader;
import dev.racewire.runtime.lifecycle.Readiness;
import dev.racewire.schemas.KafkaTopic;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormatException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the public Kafka topics from their beginning, committed records only, into the view, and goes on for ever. It
 * belongs to no consumer group: one more dashboard is one more reader and nobody else notices.
 */
public final class Subscription implements AutoCloseable {

    /** What the dashboard lives on. */
    public static final List<KafkaTopic> TOPICS = List.of(
            Topics.TAXONOMIES,
            Topics.FEEDS,
            Topics.FEED_STATES,
            Topics.CLASSIFIED_ARTICLES,
            Topics.COUNTS,
            Topics.COVERAGE,
            Topics.GAPS);

    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);
    private static final Duration POLL = Duration.ofMillis(250);
    /** While the past is read, showing each step of it would cost more than reading it. */
    private static final Duration PUBLICATION = Duration.ofSeconds(2);

    private static final int RECORDS = 5_000;
    private static final Duration RETRY = Duration.ofMillis(300);
    private static final Duration CHECK = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final KafkaClients clients;
    private final View view;
    private final DashboardMetrics metrics;
    private final InstantSource clock;
    private final Map<String, KafkaTopic> byName;
    private final Thread thread;
    private volatile Progress progress = new Progress(Readiness.State.STARTING, 0, 0, 0, "connecting to Kafka");
    private volatile boolean closed;
    private volatile @Nullable Consumer<String, byte[]> consumer;
    private long read;

    public Subscription(KafkaClients clients, View view, DashboardMetrics metrics, InstantSource clock) {
        this.clients = clients;
        this.view = view;
        this.metrics = metrics;
        this.clock = clock;
        this.byName = TOPICS.stream()
                .collect(Collectors.toMap(topic -> topic.in(clients.topicPrefix()), Function.identity()));
        this.thread = new Thread(this::run, "racewire-dashboard-subscription");
    }

    public void start() {
        thread.start();
    }

    public Progress progress() {
        return progress;
    }

    public Readiness readiness() {
        return progress.readiness();
    }

    @SuppressWarnings("try") // The meters are there for as long as the reader is.
    private void run() {
        try (Admin admin = clients.admin();
                Consumer<String, byte[]> reader =
                        clients.consumer(Map.of("client.id", "racewire-dashboard", "max.poll.records", RECORDS));
                ClientMeters meters = metrics.watch(reader)) {
            consumer = reader;
            begin(admin, reader);
            catchUp(TopicReader.highWatermarks(admin, reader.assignment()), reader);
            LOG.info("the view is complete: {} records read", read);
            follow(reader);
        } catch (WakeupException e) {
            LOG.debug("subscription asked to stop");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | RuntimeException e) {
            if (!closed) {
                LOG.error("the dashboard can't go on reading Kafka", e);
                progress = new Progress(Readiness.State.FAILED, read, read, 0, "reading Kafka failed: " + e);
            }
        }
    }

    private void begin(Admin admin, Consumer<String, byte[]> reader) throws InterruptedException {
        Map<String, TopicDescription> topics = describe(admin);
        TopicDescription articles =
                Objects.requireNonNull(topics.get(Topics.CLASSIFIED_ARTICLES.in(clients.topicPrefix())));
        view.begin(Positions.start(
                articles.topicId().toString(), articles.partitions().size()));
        List<TopicPartition> partitions = topics.values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
        reader.assign(partitions);
        reader.seekToBeginning(partitions);
    }

    /** The Kafka topics as they stand; waits for those that are still to be created. */
    private Map<String, TopicDescription> describe(Admin admin) throws InterruptedException {
        while (!closed) {
            try {
                return admin.describeTopics(byName.keySet()).allTopicNames().get();
            } catch (ExecutionException e) {
                String reason = e.getCause() instanceof UnknownTopicOrPartitionException
                        ? "waiting for the Kafka topics to be created"
                        : "waiting for Kafka: " + e.getMessage();
                progress = new Progress(Readiness.State.STARTING, 0, 0, 0, reason);
            }
            Thread.sleep(RETRY.toMillis());
        }
        throw new WakeupException();
    }

    private void catchUp(Map<TopicPartition, Long> ends, Consumer<String, byte[]> reader) {
        long nextPublication = 0;
        long total = ends.values().stream().mapToLong(Long::longValue).sum();
        while (!closed) {
            long position = 0;
            for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
                position += Math.min(reader.position(end.getKey()), end.getValue());
            }
            if (position == total) {
                break;
            }
            progress = new Progress(Readiness.State.STARTING, position, total, total - position, "");
            apply(reader.poll(POLL));
            if (clock.millis() >= nextPublication) {
                view.publish(clock.instant());
                nextPublication = clock.millis() + PUBLICATION.toMillis();
            }
        }
        view.publish(clock.instant());
        progress = new Progress(Readiness.State.READY, total, total, 0, "");
    }

    private void follow(Consumer<String, byte[]> reader) {
        long nextCheck = 0;
        while (!closed) {
            ConsumerRecords<String, byte[]> records = reader.poll(POLL);
            apply(records);
            long now = clock.millis();
            if (!records.isEmpty() || now >= nextCheck) {
                view.publish(clock.instant());
            }
            if (now >= nextCheck) {
                nextCheck = now + CHECK.toMillis();
                progress = check(reader);
            }
        }
    }

    /** Whether the brokers still answer, and what waits there. */
    private Progress check(Consumer<String, byte[]> reader) {
        try {
            reader.endOffsets(List.of(reader.assignment().iterator().next()), PATIENCE);
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            return new Progress(Readiness.State.READY, read, read, 0, "Kafka does not answer: " + e.getMessage());
        }
        long lag = reader.assignment().stream()
                .map(reader::currentLag)
                .mapToLong(waiting -> waiting.orElse(0))
                .sum();
        return new Progress(Readiness.State.READY, read, read, lag, "");
    }

    private void apply(ConsumerRecords<String, byte[]> records) {
        for (ConsumerRecord<String, byte[]> record : records) {
            read++;
            KafkaTopic topic = byName.get(record.topic());
            if (topic == null || record.key() == null) {
                continue;
            }
            try {
                view.apply(topic.name(), record);
                metrics.recordRead();
            } catch (WireFormatException e) {
                metrics.recordUnreadable();
                LOG.warn(
                        "{}-{} offset {} is left out: {}",
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        Consumer<String, byte[]> reader = consumer;
        if (reader != null) {
            reader.wakeup();
        }
        try {
            thread.join(PATIENCE.toMillis());
            // Only a question to a broker that does not answer still holds it; no question to Kafka is worth the wait.
            thread.interrupt();
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
