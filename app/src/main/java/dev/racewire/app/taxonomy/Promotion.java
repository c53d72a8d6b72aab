// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.taxonomy;

import dev.racewire.processor.taxonomy.Rejudgement;
import dev.racewire.processor.taxonomy.TaxonomyShelf;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.schemas.Taxonomy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Puts a taxonomy in force and follows the processor until it has judged everything by it. */
public final class Promotion {

    private static final Duration LOOK = Duration.ofMillis(250);

    private final KafkaClients clients;
    private final String group;
    private final InstantSource clock;
    private final Rejudgement rejudgement;
    private Map<TopicPartition, Long> last = Map.of();

    /** A promotion; {@code group} is the processor's consumer group, prefix included. */
    public Promotion(KafkaClients clients, String group, InstantSource clock) {
        this.clients = clients;
        this.group = group;
        this.clock = clock;
        this.rejudgement = new Rejudgement(clients);
    }

    /** Puts it in force from the next record on, and asks for all retained articles to be judged again. */
    public void begin(Taxonomy taxonomy) throws InterruptedException, ExecutionException {
        long offset = new TaxonomyShelf(clients).promote(taxonomy, clock.instant());
        last = rejudgement.request(offset);
    }

    /** Sightings that are judged again. */
    public long copies() {
        return rejudgement.copies();
    }

    /** Waits so long until the processor is through; returns how many records it still has before it. */
    public long await(Duration patience) throws InterruptedException, ExecutionException {
        Instant end = clock.instant().plus(patience);
        try (Admin admin = clients.admin()) {
            long left = left(admin);
            while (left > 0 && clock.instant().isBefore(end)) {
                Thread.sleep(LOOK.toMillis());
                left = left(admin);
            }
            return left;
        }
    }

    private long left(Admin admin) throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        long left = 0;
        for (Map.Entry<TopicPartition, Long> copy : last.entrySet()) {
            OffsetAndMetadata offset = committed.get(copy.getKey());
            left += Math.max(0, copy.getValue() + 1 - (offset == null ? 0 : offset.offset()));
        }
        return left;
    }
}
