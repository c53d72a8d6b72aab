// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.state;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a store in key order, a bounded number of entries at a time, and finds those that have expired. After
 * the last key it begins again. The place is kept in memory only: after a restart the walk begins anew, which costs
 * nothing but time.
 */
public final class ExpirySweep<V> {

    private final KeyValueStore<String, V> store;
    private final int entriesPerStep;
    private @Nullable String next;

    public ExpirySweep(KeyValueStore<String, V> store, int entriesPerStep) {
        this.store = store;
        this.entriesPerStep = entriesPerStep;
    }

    /** The expired ones among the next entries; the caller removes them. */
    @SuppressWarnings("NullAway") // Kafka's range takes null for "from the first key"
    public List<KeyValue<String, V>> step(BiPredicate<String, V> expired) {
        List<KeyValue<String, V>> found = new ArrayList<>();
        try (KeyValueIterator<String, V> entries = store.range(next, null)) {
            for (int visited = 0; visited < entriesPerStep && entries.hasNext(); visited++) {
                KeyValue<String, V> entry = entries.next();
                if (expired.test(entry.key, entry.value)) {
                    found.add(entry);
                }
            }
            next = entries.hasNext() ? entries.peekNextKey() : null;
        }
        return found;
    }
}
