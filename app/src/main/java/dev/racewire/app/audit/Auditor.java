// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.audit;

import dev.racewire.app.articles.KafkaTopicReading;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.schemas.Topics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Recomputes every cell from the last record of each classified article, up to where both Kafka topics ended at the
 * start, and compares. The system goes on meanwhile, and a cell's count follows its articles by a moment; so what
 * differs is read on, until it agrees or has not moved for {@link #SETTLED}.
 */
public final class Auditor {

    private static final Duration SETTLED = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaClients clients;
    private final InstantSource clock;
    private final CellAudit audit = new CellAudit();

    public Auditor(KafkaClients clients, InstantSource clock) {
        this.clients = clients;
        this.clock = clock;
    }

    /** The outcome of comparing all cells. */
    public AuditResult cells() throws IOException, InterruptedException, ExecutionException {
        try (KafkaTopicReading reading = KafkaTopicReading.open(clients, Topics.CLASSIFIED_ARTICLES, Topics.COUNTS)) {
            reading.toEnds(this::take);
            Set<String> differing = settle(reading, audit.suspects());
            return new AuditResult(audit.ledger().articles().size(), audit.cells(), audit.describe(differing));
        }
    }

    /** Reads on until each suspect has agreed once, or has long not moved. */
    private Set<String> settle(KafkaTopicReading reading, Set<String> suspects) {
        Instant begin = clock.instant();
        Map<String, Instant> moved = new HashMap<>();
        suspects.forEach(key -> moved.put(key, begin));
        while (!moved.isEmpty() && clock.instant().isBefore(begin.plus(LONGEST))) {
            Instant now = clock.instant();
            Set<String> touched = new HashSet<>();
            reading.onwards(POLL, record -> touched.addAll(take(record)));
            touched.forEach(key -> moved.computeIfPresent(key, (k, before) -> now));
            moved.keySet().removeIf(audit::agrees);
            Instant quiet = clock.instant().minus(SETTLED);
            if (moved.values().stream().allMatch(quiet::isAfter)) {
                break;
            }
        }
        return moved.keySet();
    }

    private Set<String> take(ConsumerRecord<String, byte[]> record) {
        return record.topic().equals(Topics.COUNTS.in(clients.topicPrefix()))
                ? audit.count(record.key(), record.value())
                : audit.article(record.key(), record.value());
    }
}
