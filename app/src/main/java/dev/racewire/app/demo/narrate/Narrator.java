// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.demo.narrate;

import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicReader;
import dev.racewire.runtime.lifecycle.Readiness;
import dev.racewire.runtime.lifecycle.Service;
import dev.racewire.schemas.KafkaTopic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the public Kafka topics like any subscriber and hands on what there is to say. */
public final class Narrator implements Service {

    private static final Logger LOG = LoggerFactory.getLogger(Narrator.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final KafkaClients clients;
    private final Narration narration;
    private final Consumer<Line> listener;
    private final Thread thread = new Thread(this::run, "racewire-narrator");
    private volatile boolean closed;

    /**
     * A narrator that is silent until it is started.
     *
     * @param listener gets the lines, on one thread
     */
    public Narrator(KafkaClients clients, Narration narration, Consumer<Line> listener) {
        this.clients = clients;
        this.narration = narration;
        this.listener = listener;
        thread.setDaemon(true);
    }

    @Override
    public String name() {
        return "narrator";
    }

    @Override
    public void start() {
        thread.start();
    }

    /** Nothing depends on it. */
    @Override
    public Readiness readiness() {
        return Readiness.ready();
    }

    private void run() {
        try (var consumer = clients.consumer(Map.of("client.id", "racewire-narrator"))) {
            List<TopicPartition> partitions = Narration.TOPICS.stream()
                    .flatMap(topic -> TopicReader.partitions(consumer, topic.in(clients.topicPrefix())).stream())
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!closed) {
                tell(consumer.poll(POLL));
            }
        } catch (InterruptException e) {
            LOG.debug("the narrator was asked to stop");
        } catch (KafkaException e) {
            LOG.warn("the narrator falls silent, everything else goes on: {}", e.toString());
        }
    }

    /** Records that came together are told in the order in which data goes through the house. */
    private void tell(ConsumerRecords<String, byte[]> records) {
        for (KafkaTopic topic : Narration.TOPICS) {
            for (ConsumerRecord<String, byte[]> record : records.records(topic.in(clients.topicPrefix()))) {
                narration.on(topic, record).forEach(listener);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
