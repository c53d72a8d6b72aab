// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.processor;

import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicReader;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Sends ten articles a second, all in scope, and waits for the first count that comes of one sent since a moment. */
final class FirstCount implements AutoCloseable {

    private static final String ALL = "*|*|PT1H|";
    private static final Duration PACE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final String topic;
    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());
    private final Producer<String, byte[]> producer;
    private final Consumer<String, byte[]> consumer;
    private int number;

    /** {@code number} is where the articles go on that are there already. */
    FirstCount(KafkaClients clients, int number) {
        this.number = number;
        topic = Topics.ARTICLES.in(clients.topicPrefix());
        producer = clients.producer(Map.of("linger.ms", "0"));
        consumer = clients.consumer(Map.of());
        List<TopicPartition> partitions = TopicReader.partitions(consumer, Topics.COUNTS.in(clients.topicPrefix()));
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** How long after that moment, which is now or a little while ago, the first new count came. */
    Duration after(Instant begin) {
        Instant due = begin;
        while (Instant.now().isBefore(begin.plus(PATIENCE))) {
            for (; due.isBefore(Instant.now()); due = due.plus(PACE)) {
                send();
            }
            for (var record : consumer.poll(Duration.ofMillis(10))) {
                if (record.key().startsWith(ALL) && record.timestamp() >= begin.toEpochMilli()) {
                    return Duration.between(begin, Instant.now());
                }
            }
        }
        throw new IllegalStateException("no new count within " + PATIENCE);
    }

    private void send() {
        var article = ArticleMix.inScope(number++, Instant.now());
        var unused = producer.send(new ProducerRecord<>(
                topic, null, article.getFetched().toEpochMilli(), article.getId(), wire.encode(article)));
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
