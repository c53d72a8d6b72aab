// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.topology;

import dev.racewire.processor.verdict.Ruling;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Sends an article to the partition of the language in which it first came into scope, whatever it becomes later. */
final class ByFirstLanguage implements StreamPartitioner<String, Ruling> {

    @Override
    public Optional<Set<Integer>> partitions(String topic, String id, Ruling ruling, int partitions) {
        byte[] language = ruling.firstLanguage().getBytes(StandardCharsets.UTF_8);
        return Optional.of(Set.of(Utils.toPositive(Utils.murmur2(language)) % partitions));
    }
}
