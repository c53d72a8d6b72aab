// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest;

import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicReader;
import dev.racewire.schemas.KafkaTopic;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.WireFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;

/** All committed records of a Kafka topic, for tests. */
final class TopicContents {

    private static final WireFormat WIRE = new WireFormat(SchemaHistory.bundled());
    private static final Duration STALLED = Duration.ofSeconds(40);

    private TopicContents() {}

    /** Keys and values by the records' timestamps. */
    static <T extends SpecificRecord> List<Map.Entry<String, T>> read(
            KafkaClients clients, KafkaTopic topic, Class<T> type) throws Exception {
        Map<Long, List<Map.Entry<String, T>>> byTime = new TreeMap<>();
        try (var consumer = clients.consumer(Map.of());
                Admin admin = clients.admin()) {
            var partitions = TopicReader.partitions(consumer, topic.in(clients.topicPrefix()));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            TopicReader.readTo(
                    TopicReader.highWatermarks(admin, partitions),
                    consumer,
                    STALLED,
                    record -> byTime.computeIfAbsent(record.timestamp(), t -> new ArrayList<>())
                            .add(Map.entry(record.key(), Objects.requireNonNull(WIRE.decode(record.value(), type)))));
        }
        return byTime.values().stream().flatMap(List::stream).toList();
    }
}
