// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.schemas;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;

/**
 * A Kafka topic of Racewire: its name, layout and settings.
 *
 * @param name name without the prefix of a shared cluster
 * @param key what the record key holds, for people
 * @param value record class of the values, or empty where values are bytes of any kind
 * @param partitions number of partitions; it can't change later, since keys would move
 * @param writer the only one that writes it
 * @param settings settings of the topic by Kafka's names
 */
public record KafkaTopic(
        String name,
        String key,
        Optional<Class<? extends SpecificRecord>> value,
        int partitions,
        Writer writer,
        Map<String, String> settings) {

    private static final Pattern INNER_CAPITAL = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    public KafkaTopic {
        settings = Map.copyOf(settings);
    }

    /** Name on a cluster where all topics of this installation carry a prefix; the empty prefix is the usual one. */
    public String in(String prefix) {
        return prefix + name;
    }

    /** Type of its events by CloudEvents, such as {@code dev.racewire.feed-state}. */
    public String eventType() {
        String noun = value.map(Class::getSimpleName).orElse("DeadLetter");
        return "dev.racewire." + INNER_CAPITAL.matcher(noun).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    /** Media type of its values. */
    public String contentType() {
        return value.isPresent() ? "application/avro" : "application/octet-stream";
    }

    /** Whether a later record replaces an earlier one of the same key. */
    public boolean compacted() {
        return settings.getOrDefault("cleanup.policy", "").contains("compact");
    }
}
