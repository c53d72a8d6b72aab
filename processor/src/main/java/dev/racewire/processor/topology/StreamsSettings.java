// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.topology;

import dev.racewire.processor.deadletter.UnjudgeableArticleHandler;
import dev.racewire.processor.deadletter.UnreadableArticleHandler;
import dev.racewire.runtime.kafka.EventHeaders;
import dev.racewire.runtime.kafka.KafkaClients;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings that the topology runs with: ours, then the operator's, which win. */
public final class StreamsSettings {

    private StreamsSettings() {}

    /**
     * All settings.
     *
     * @param clients how Kafka is reached
     * @param own settings of this process: application id, folder, threads, …
     * @param operators settings that the operator passes through
     */
    public static Map<String, Object> of(KafkaClients clients, Map<String, ?> own, Map<String, String> operators) {
        Map<String, Object> settings = new HashMap<>(clients.base());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UnreadableArticleHandler.class);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, UnjudgeableArticleHandler.class);
        // Streams asks for it at every start; its constant is deprecated because it will be the default.
        settings.put("processing.exception.handler.global.enabled", true);
        // A smaller cache flushes less at each of the many commits; the hot cells still fit.
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 16L * 1024 * 1024);
        // No step needs its inputs in the order of their times; to wait for the heartbeats' cost a twelfth of the
        // thread.
        settings.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, -1L);
        producer(settings);
        EventHeaders.settings(clients.topicPrefix())
                .forEach((name, value) -> settings.put(StreamsConfig.producerPrefix(name), value));
        consumer(settings);
        settings.putAll(own);
        clients.producerSettings().forEach((name, value) -> settings.put(StreamsConfig.producerPrefix(name), value));
        clients.consumerSettings().forEach((name, value) -> settings.put(StreamsConfig.consumerPrefix(name), value));
        settings.putAll(operators);
        return settings;
    }

    /**
     * Streams would linger 100 ms; and a new transaction must not wait 100 ms for the markers of the last. With one
     * request in flight no batch overtakes the first one of a partition, which the broker refuses until the last
     * transaction is completed; that it did cost a storm of retries at each start, and no throughput. The lightest gzip
     * saves a tenth of the processor time for records a little larger, most of which are the steps' own.
     */
    private static void producer(Map<String, Object> settings) {
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION), 1);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 5);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), 5);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "gzip");
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_GZIP_LEVEL_CONFIG), 1);
    }

    /** The classic group protocol: tasks of a dead instance move after the session's 10 seconds. */
    private static void consumer(Map<String, Object> settings) {
        settings.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 3_000);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        // Global tables are restored one partition after the other, and each ends with a fetch that waits in vain.
        settings.put(StreamsConfig.globalConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), 50);
    }
}
