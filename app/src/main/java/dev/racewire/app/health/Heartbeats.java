// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.health;

import dev.racewire.schemas.Canary;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The last heartbeat that has come through each partition. */
public final class Heartbeats {

    private final int partitions;
    private final Map<Integer, Instant> lastSent = new ConcurrentHashMap<>();

    /** None has come through any of so many partitions yet. */
    public Heartbeats(int partitions) {
        this.partitions = partitions;
    }

    public int partitions() {
        return partitions;
    }

    /** Takes note of one that has arrived. */
    public void hear(Canary heartbeat) {
        lastSent.merge(heartbeat.getPartition(), heartbeat.getSent(), (a, b) -> a.isAfter(b) ? a : b);
    }

    /** When the last one of that partition set out; empty when none was heard. */
    public Optional<Instant> last(int partition) {
        return Optional.ofNullable(lastSent.get(partition));
    }

    /** How many partitions were never heard of. */
    public int silent() {
        return partitions
                - (int) lastSent.keySet().stream()
                        .filter(number -> number < partitions)
                        .count();
    }

    /** The age of the oldest of the last ones; empty while a partition was never heard of. */
    public Optional<Duration> oldest(Instant now) {
        if (silent() > 0) {
            return Optional.empty();
        }
        return lastSent.values().stream().min(Comparator.naturalOrder()).map(sent -> Duration.between(sent, now));
    }

    /** How long a heartbeat was under way, from the first task to the last. */
    public static Duration underWay(Canary heartbeat) {
        long arrived = heartbeat.getStages().values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(heartbeat.getSent().toEpochMilli());
        return Duration.ofMillis(Math.max(0, arrived - heartbeat.getSent().toEpochMilli()));
    }
}
