// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.topics;

import dev.racewire.schemas.KafkaTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A Kafka topic on a cluster compared with what it should be.
 *
 * @param name its name there
 * @param partitions partitions there, 0 when it is missing
 * @param replicas replicas of each partition
 * @param differences what differs, for people
 */
public record TopicCheck(String name, int partitions, int replicas, List<String> differences) {

    public TopicCheck {
        differences = List.copyOf(differences);
    }

    static TopicCheck missing(String name) {
        return new TopicCheck(name, 0, 0, List.of("missing: 'racewire kafka-topics create' makes it"));
    }

    static TopicCheck of(String name, KafkaTopic wanted, int partitions, int replicas, Map<String, String> settings) {
        List<String> differences = new ArrayList<>();
        if (partitions != wanted.partitions()) {
            differences.add("partitions " + partitions + " instead of " + wanted.partitions());
        }
        new TreeMap<>(wanted.settings()).forEach((key, value) -> {
            String found = settings.getOrDefault(key, "not set");
            if (!found.equals(value)) {
                differences.add(key + "=" + found + " instead of " + value);
            }
        });
        return new TopicCheck(name, partitions, replicas, differences);
    }
}
