// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.taxonomy;

import dev.racewire.processor.classify.Taxonomy;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicReader;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.TopicTitle;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import dev.racewire.schemas.WireFormatException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the taxonomy that this build carries under its version and, where none is in force yet, as the current one.
 * A newer build never changes what is in force by itself: promoting is somebody's decision.
 */
public final class TaxonomyPublisher {

    private static final Logger LOG = LoggerFactory.getLogger(TaxonomyPublisher.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaClients clients;
    private final InstantSource clock;
    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());
    private final String topic;

    public TaxonomyPublisher(KafkaClients clients, InstantSource clock) {
        this.clients = clients;
        this.clock = clock;
        this.topic = Topics.TAXONOMIES.in(clients.topicPrefix());
    }

    /** Publishes what is missing; two instances that start together publish the same twice, which changes nothing. */
    public void publishBundled(Taxonomy bundled) throws InterruptedException, ExecutionException {
        Map<String, byte[]> published = read();
        byte[] record = wire.encode(record(bundled, clock.instant()));
        boolean known = published.containsKey(bundled.version());
        byte[] inForce = published.get(RulesInForce.CURRENT);
        try (Producer<String, byte[]> producer = clients.producer(Map.of())) {
            if (!known) {
                producer.send(new ProducerRecord<>(topic, bundled.version(), record))
                        .get();
            }
            if (inForce == null) {
                producer.send(new ProducerRecord<>(topic, RulesInForce.CURRENT, record))
                        .get();
                LOG.info("taxonomy {} is in force: the first one here", bundled.version());
            }
        }
        if (inForce != null) {
            reportDifference(bundled, inForce);
        }
    }

    private void reportDifference(Taxonomy bundled, byte[] current) {
        try {
            dev.racewire.schemas.Taxonomy taxonomy = wire.decode(current, dev.racewire.schemas.Taxonomy.class);
            if (taxonomy != null && !taxonomy.getVersion().equals(bundled.version())) {
                LOG.info(
                        "taxonomy {} stays in force; this build brings {}: racewire taxonomy promote {} puts it in force",
                        taxonomy.getVersion(),
                        bundled.version(),
                        bundled.version());
            }
        } catch (WireFormatException e) {
            LOG.warn("the taxonomy in force can't be read: {}", e.getMessage());
        }
    }

    private Map<String, byte[]> read() throws InterruptedException, ExecutionException {
        Map<String, byte[]> records = new HashMap<>();
        try (Admin admin = clients.admin();
                Consumer<String, byte[]> consumer = clients.consumer(Map.of())) {
            List<TopicPartition> partitions = TopicReader.partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            TopicReader.readTo(TopicReader.highWatermarks(admin, partitions), consumer, PATIENCE, record -> {
                if (record.value() == null) {
                    records.remove(record.key());
                } else {
                    records.put(record.key(), record.value());
                }
            });
        }
        return records;
    }

    /** The public record of a taxonomy. */
    public static dev.racewire.schemas.Taxonomy record(Taxonomy taxonomy, Instant inForceSince) {
        return dev.racewire.schemas.Taxonomy.newBuilder()
                .setVersion(taxonomy.version())
                .setFiles(taxonomy.files())
                .setTopics(taxonomy.topics().stream()
                        .map(title -> new TopicTitle(title.id(), title.titles()))
                        .toList())
                .setLanguages(taxonomy.languages())
                .setInForceSince(inForceSince)
                .build();
    }
}
