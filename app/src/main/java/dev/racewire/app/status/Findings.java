// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.status;

import dev.racewire.app.health.Heartbeats;
import dev.racewire.schemas.FeedHealth;
import dev.racewire.schemas.GapReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found out about a running system; nothing is judged yet.
 *
 * @param now when it was found out
 * @param brokers brokers and partitions
 * @param newestArticle when the newest sighting was fetched
 * @param groups members and lag of the consumer groups
 * @param feeds polled feeds by how they fare
 * @param heartbeats the last heartbeat of each partition
 * @param journeys how long the heartbeats of the last hour were under way
 * @param gaps gaps of the last day by reason
 * @param deadLetters records set aside during the last day
 * @param disks disks that hold data
 */
record Findings(
        Instant now,
        Brokers brokers,
        Optional<Instant> newestArticle,
        Groups groups,
        Map<FeedHealth, Long> feeds,
        Heartbeats heartbeats,
        List<Duration> journeys,
        Map<GapReason, Long> gaps,
        long deadLetters,
        List<Disk> disks) {

    Findings {
        feeds = Map.copyOf(feeds);
        journeys = List.copyOf(journeys);
        gaps = Map.copyOf(gaps);
        disks = List.copyOf(disks);
    }

    /**
     * The brokers.
     *
     * @param number how many answer
     * @param leaderless partitions of ours that no broker leads
     * @param underReplicated partitions of ours with fewer replicas in sync than they should have
     */
    record Brokers(int number, int leaderless, int underReplicated) {}

    /**
     * Who works.
     *
     * @param ingest instances of ingest
     * @param processor threads of the processor
     * @param lag records that the processor has not processed yet
     */
    record Groups(int ingest, int processor, long lag) {}

    /**
     * A disk.
     *
     * @param where which one, for people
     * @param total its size in bytes
     * @param usable bytes that are free
     */
    record Disk(String where, long total, long usable) {

        double used() {
            return total <= 0 ? 0 : 1.0 - (double) usable / total;
        }
    }
}
