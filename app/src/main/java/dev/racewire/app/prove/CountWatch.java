// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.prove;

import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicReader;
import dev.racewire.schemas.Count;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Follows how many articles the cells of all countries and topics count, while brokers come and go. */
final class CountWatch implements AutoCloseable {

    private static final String ALL_BY_DAY = "*|*|P1D|";

    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());
    private final Map<String, Long> days = new HashMap<>();
    private final Consumer<String, byte[]> consumer;

    CountWatch(KafkaClients clients) {
        consumer = clients.consumer(Map.of());
        var partitions = TopicReader.partitions(consumer, Topics.COUNTS.in(clients.topicPrefix()));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Looks for new counts for so long; returns the sum. */
    long articles(Duration wait) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(wait)) {
            Count count = wire.decode(record.value(), Count.class);
            if (count != null && record.key().startsWith(ALL_BY_DAY)) {
                days.put(record.key(), count.getArticles());
            }
        }
        return days.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
