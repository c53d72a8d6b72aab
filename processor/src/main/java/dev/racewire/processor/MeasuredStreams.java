// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/**
 * Kafka Streams without the metrics that ask RocksDB itself. Each reading of those is a native call into a store that
 * another thread may be closing just then, at a rebalance or a stop: that ends the whole process (seen, ADR 93).
 */
final class MeasuredStreams extends KafkaStreams {

    private static final String STORES = "stream-state-metrics";

    /** The properties of RocksDB that Kafka Streams shows as gauges. */
    private static final Set<String> ASKED_OF_ROCKSDB = Set.of(
            "num-immutable-mem-table",
            "cur-size-active-mem-table",
            "cur-size-all-mem-tables",
            "size-all-mem-tables",
            "num-entries-active-mem-table",
            "num-entries-imm-mem-tables",
            "num-deletes-active-mem-table",
            "num-deletes-imm-mem-tables",
            "mem-table-flush-pending",
            "num-running-flushes",
            "compaction-pending",
            "num-running-compactions",
            "estimate-pending-compaction-bytes",
            "total-sst-files-size",
            "live-sst-files-size",
            "num-live-versions",
            "block-cache-capacity",
            "block-cache-usage",
            "block-cache-pinned-usage",
            "estimate-num-keys",
            "estimate-table-readers-mem",
            "background-errors");

    MeasuredStreams(Topology topology, StreamsConfig settings, KafkaClientSupplier clients) {
        super(topology, settings, clients);
    }

    @Override
    public Map<MetricName, ? extends Metric> metrics() {
        return super.metrics().entrySet().stream()
                .filter(metric -> isSafe(metric.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static boolean isSafe(MetricName metric) {
        return !metric.group().equals(STORES) || !ASKED_OF_ROCKSDB.contains(metric.name());
    }
}
