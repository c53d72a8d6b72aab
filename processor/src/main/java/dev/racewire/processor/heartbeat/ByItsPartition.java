// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.heartbeat;

import dev.racewire.schemas.Canary;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Keeps a heartbeat in the partition that it watches, step after step. */
public final class ByItsPartition implements StreamPartitioner<String, Canary> {

    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, Canary heartbeat, int partitions) {
        return Optional.of(Set.of(heartbeat.getPartition() % partitions));
    }
}
