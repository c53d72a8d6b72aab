// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.ingest;

import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicReader;
import dev.racewire.schemas.KafkaTopic;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.WireFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;

/** Everything that a reader of committed records finds in a Kafka topic. */
final class TopicDump {

    private static final WireFormat WIRE = new WireFormat(SchemaHistory.bundled());
    private static final Duration STALLED = Duration.ofMinutes(1);

    /** A record. */
    record Entry<T>(String key, T value) {}

    private TopicDump() {}

    static <T extends SpecificRecord> List<Entry<T>> read(KafkaClients clients, KafkaTopic topic, Class<T> type)
            throws Exception {
        List<Entry<T>> entries = new ArrayList<>();
        try (var consumer = clients.consumer(java.util.Map.of());
                Admin admin = clients.admin()) {
            var partitions = TopicReader.partitions(consumer, topic.in(clients.topicPrefix()));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            TopicReader.readTo(TopicReader.highWatermarks(admin, partitions), consumer, STALLED, record -> {
                T value = WIRE.decode(record.value(), type);
                if (value != null) {
                    entries.add(new Entry<>(record.key(), value));
                }
            });
        }
        return entries;
    }
}
