// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.tail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Writes the records of a Kafka topic until it has written enough, has come to the end, or nobody reads on.
 *
 * @param filters all of them must accept a record
 * @param key the only key that is written, or empty for all
 * @param count most records that are written
 * @param follow whether it waits for more at the end
 */
public record Tail(
        StartingPoint start,
        List<RecordFilter> filters,
        String key,
        RecordFormat format,
        RecordReader reader,
        long count,
        boolean follow) {

    private static final Duration POLL = Duration.ofMillis(200);

    public Tail {
        filters = List.copyOf(filters);
    }

    /**
     * Writes records; a closed pipe ends it without a word.
     *
     * @return how many were written
     */
    public long run(
            Consumer<String, byte[]> consumer, List<TopicPartition> partitions, PrintStream out, BooleanSupplier stop) {
        start.apply(consumer, partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        long written = 0;
        while (written < count && !stop.getAsBoolean() && (follow || !reached(consumer, ends))) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                if (written < count && write(record, written == 0, out)) {
                    written++;
                }
            }
            out.flush();
            if (out.checkError()) {
                return written;
            }
        }
        return written;
    }

    private boolean write(ConsumerRecord<String, byte[]> record, boolean first, PrintStream out) {
        if (!key.isEmpty() && !key.equals(record.key())) {
            return false;
        }
        ObjectNode json = reader.read(record);
        if (!filters.stream().allMatch(filter -> filter.accepts(json.path(RecordReader.VALUE)))) {
            return false;
        }
        if (first) {
            format.header(json, out);
        }
        format.write(json, record, out);
        return true;
    }

    private static boolean reached(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
}
