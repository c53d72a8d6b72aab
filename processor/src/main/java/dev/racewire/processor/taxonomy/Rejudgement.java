// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.taxonomy;

import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicReader;
import dev.racewire.schemas.Article;
import dev.racewire.schemas.JudgeAgain;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import dev.racewire.schemas.WireFormatException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Has the retained articles judged again after a promotion: copies their sightings to the end of {@code
 * racewire-articles} with a header that names it. A processor waits at the first copy until it has heard of the
 * promotion, so what stands behind a copy is judged by the new rules, and what stands before the first one is copied.
 */
public final class Rejudgement {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOST_ROUNDS = 20;

    private final KafkaClients clients;
    private final String topic;
    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());
    private final Map<TopicPartition, Long> firstCopies = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Long> lastCopies = new ConcurrentHashMap<>();
    private final Set<String> withdrawn = new HashSet<>();
    private final AtomicLong copies = new AtomicLong();
    private volatile @Nullable KafkaException failure;

    public Rejudgement(KafkaClients clients) {
        this.clients = clients;
        this.topic = Topics.ARTICLES.in(clients.topicPrefix());
    }

    /** Asks for it; returns the offset of the last copy in each partition, where it is done. */
    public Map<TopicPartition, Long> request(long promotion) throws InterruptedException, ExecutionException {
        findWithdrawn();
        try (Admin admin = clients.admin();
                Consumer<String, byte[]> consumer = fromBeginning();
                Producer<String, byte[]> producer = clients.producer(Map.of())) {
            for (int round = 0; round < MOST_ROUNDS; round++) {
                Map<TopicPartition, Long> ends = ends(admin, consumer);
                if (ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                    break;
                }
                copy(consumer, producer, ends, promotion);
            }
        }
        return Map.copyOf(lastCopies);
    }

    /** Sightings that were copied. */
    public long copies() {
        return copies.get();
    }

    private Consumer<String, byte[]> fromBeginning() {
        Consumer<String, byte[]> consumer = clients.consumer(Map.of());
        List<TopicPartition> partitions = TopicReader.partitions(consumer, topic);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    /** Texts that were withdrawn are not written down once more. */
    private void findWithdrawn() throws InterruptedException, ExecutionException {
        try (Admin admin = clients.admin();
                Consumer<String, byte[]> consumer = fromBeginning()) {
            TopicReader.readTo(
                    TopicReader.highWatermarks(admin, consumer.assignment()), consumer, PATIENCE, this::noteWithdrawal);
        }
    }

    private void noteWithdrawal(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            withdrawn.add(record.key());
        }
    }

    /** What has to be copied: all before a partition's first copy, or all that there is while it has none. */
    private Map<TopicPartition, Long> ends(Admin admin, Consumer<?, ?> consumer)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, Long> ends = new HashMap<>(TopicReader.highWatermarks(admin, consumer.assignment()));
        ends.putAll(firstCopies);
        return ends;
    }

    private void copy(
            Consumer<String, byte[]> consumer,
            Producer<String, byte[]> producer,
            Map<TopicPartition, Long> ends,
            long promotion) {
        TopicReader.readTo(ends, consumer, PATIENCE, record -> {
            if (wanted(record)) {
                Future<RecordMetadata> unused = producer.send(copyOf(record, promotion), this::noteCopy);
            }
        });
        producer.flush();
        KafkaException failed = failure;
        if (failed != null) {
            throw failed;
        }
    }

    /** Called by the producer's own thread. */
    private void noteCopy(RecordMetadata at, @Nullable Exception cause) {
        if (cause != null) {
            failure = new KafkaException("a sighting could not be written to " + topic + " again", cause);
            return;
        }
        TopicPartition partition = new TopicPartition(at.topic(), at.partition());
        firstCopies.merge(partition, at.offset(), Math::min);
        lastCopies.merge(partition, at.offset(), Math::max);
        copies.incrementAndGet();
    }

    private boolean wanted(ConsumerRecord<String, byte[]> record) {
        return record.key() != null
                && record.value() != null
                && record.headers().lastHeader(JudgeAgain.HEADER) == null
                && !withdrawn.contains(record.key())
                && readable(record.value());
    }

    private boolean readable(byte[] value) {
        try {
            return wire.decode(value, Article.class) != null;
        } catch (WireFormatException e) {
            return false; // it is a dead letter already
        }
    }

    private static ProducerRecord<String, byte[]> copyOf(ConsumerRecord<String, byte[]> record, long promotion) {
        ProducerRecord<String, byte[]> copy =
                new ProducerRecord<>(record.topic(), record.partition(), record.key(), record.value());
        record.headers().forEach(copy.headers()::add);
        copy.headers().add(JudgeAgain.HEADER, JudgeAgain.by(promotion));
        return copy;
    }
}
