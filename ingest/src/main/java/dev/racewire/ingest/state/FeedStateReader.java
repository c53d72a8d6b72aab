// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.state;

import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicReader;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** How the feeds fare, as {@code racewire-feed-states} says. */
public final class FeedStateReader {

    private static final Duration STALLED = Duration.ofSeconds(30);

    private FeedStateReader() {}

    /** The state of each feed that was ever polled, by address. */
    public static Map<String, FeedState> read(KafkaClients clients) throws InterruptedException, ExecutionException {
        WireFormat wire = new WireFormat(SchemaHistory.bundled());
        Map<String, FeedState> states = new HashMap<>();
        try (Consumer<String, byte[]> consumer = clients.consumer(Map.of());
                Admin admin = clients.admin()) {
            String topic = Topics.FEED_STATES.in(clients.topicPrefix());
            List<TopicPartition> partitions = TopicReader.partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            TopicReader.readTo(TopicReader.highWatermarks(admin, partitions), consumer, STALLED, record -> {
                var state = wire.decode(record.value(), dev.racewire.schemas.FeedState.class);
                if (state == null) {
                    states.remove(record.key());
                } else {
                    states.put(record.key(), FeedStateRecords.fromRecord(state));
                }
            });
        }
        return states;
    }
}
