// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.topology;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Reads a whole Kafka topic on every instance and tells a listener of each record, at start-up too. Values stay bytes:
 * a record that can't be read is the listener's to judge and stops nobody.
 */
final class GlobalListener implements Processor<String, byte[], Void, Void> {

    /** Hears records, each with its offset. */
    interface Listener {
        void hear(String key, byte @Nullable [] value, long offset);
    }

    private final String storeName;
    private final Listener listener;

    @SuppressWarnings("NullAway.Init") // set in init
    private ProcessorContext<Void, Void> context;

    @SuppressWarnings("NullAway.Init") // set in init
    private KeyValueStore<String, byte[]> store;

    GlobalListener(String storeName, Listener listener) {
        this.storeName = storeName;
        this.listener = listener;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        this.context = context;
        store = context.getStateStore(storeName);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        if (record.key() != null) {
            store.put(record.key(), record.value());
            long offset = context.recordMetadata().map(RecordMetadata::offset).orElse(-1L);
            listener.hear(record.key(), record.value(), offset);
        }
    }
}
