// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.schemas;

import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * A Kafka topic of Racewire: its name, layout and settings.
 *
 * @param name name without the prefix of a shared cluster
 * @param key what the record key holds, for people
 * @param value record class of the values, or empty where values are bytes of any kind
 * @param partitions number of partitions; it can't change later, since keys would move
 * @param settings settings of the topic by Kafka's names
 */
public record KafkaTopic(
        String name,
        String key,
        Optional<Class<? extends SpecificRecord>> value,
        int partitions,
        Map<String, String> settings) {

    public KafkaTopic {
        settings = Map.copyOf(settings);
    }

    /** Name on a cluster where all topics of this installation carry a prefix; the empty prefix is the usual one. */
    public String in(String prefix) {
        return prefix + name;
    }

    /** Whether a later record replaces an earlier one of the same key. */
    public boolean compacted() {
        return settings.getOrDefault("cleanup.policy", "").contains("compact");
    }
}
