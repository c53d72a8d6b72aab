// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.taxonomy;

import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicReader;
import dev.racewire.schemas.Accuracy;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Taxonomy;
import dev.racewire.schemas.TopicTitle;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import dev.racewire.schemas.WireFormatException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The taxonomies on {@code racewire-taxonomies}: each under its version, and the one in force under "current". */
public final class TaxonomyShelf {

    private static final Logger LOG = LoggerFactory.getLogger(TaxonomyShelf.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A taxonomy may be as large as Kafka's records; the default is measured before compression. */
    private static final Map<String, Integer> LARGE = Map.of("max.request.size", 16 << 20);

    private final KafkaClients clients;
    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());
    private final String topic;

    public TaxonomyShelf(KafkaClients clients) {
        this.clients = clients;
        this.topic = Topics.TAXONOMIES.in(clients.topicPrefix());
    }

    /** What stands there by key, {@link RulesInForce#CURRENT} among it; what can't be read is left out. */
    public Map<String, Taxonomy> read() throws InterruptedException, ExecutionException {
        Map<String, Taxonomy> found = new LinkedHashMap<>();
        try (Admin admin = clients.admin();
                Consumer<String, byte[]> consumer = clients.consumer(Map.of())) {
            List<TopicPartition> partitions = TopicReader.partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = TopicReader.highWatermarks(admin, partitions);
            TopicReader.readTo(ends, consumer, PATIENCE, record -> take(record, found));
        }
        return found;
    }

    private void take(ConsumerRecord<String, byte[]> record, Map<String, Taxonomy> found) {
        try {
            Taxonomy taxonomy = wire.decode(record.value(), Taxonomy.class);
            found.remove(record.key());
            if (taxonomy != null) {
                found.put(record.key(), taxonomy);
            }
        } catch (WireFormatException e) {
            LOG.warn("the taxonomy {} can't be read: {}", record.key(), e.getMessage());
        }
    }

    /** Puts a taxonomy there under its version; that alone changes no verdict. */
    public void publish(Taxonomy taxonomy) throws InterruptedException, ExecutionException {
        put(taxonomy.getVersion(), taxonomy);
    }

    /** Puts a taxonomy in force; returns the offset of the record that does it. */
    public long promote(Taxonomy taxonomy, Instant since) throws InterruptedException, ExecutionException {
        return put(
                RulesInForce.CURRENT,
                Taxonomy.newBuilder(taxonomy).setInForceSince(since).build());
    }

    private long put(String key, Taxonomy taxonomy) throws InterruptedException, ExecutionException {
        try (Producer<String, byte[]> producer = clients.producer(LARGE)) {
            return producer.send(new ProducerRecord<>(topic, key, wire.encode(taxonomy)))
                    .get()
                    .offset();
        }
    }

    /** The public record of a taxonomy. */
    public static Taxonomy record(
            dev.racewire.processor.classify.Taxonomy taxonomy, Instant inForceSince, List<Accuracy> accuracy) {
        return Taxonomy.newBuilder()
                .setVersion(taxonomy.version())
                .setFiles(taxonomy.files())
                .setTopics(taxonomy.topics().stream()
                        .map(title -> new TopicTitle(title.id(), title.titles()))
                        .toList())
                .setLanguages(taxonomy.languages())
                .setInForceSince(inForceSince)
                .setAccuracy(accuracy)
                .build();
    }
}
