// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.exactness;

import dev.racewire.app.articles.KafkaTopicReading;
import dev.racewire.processor.classify.Taxonomy;
import dev.racewire.processor.taxonomy.TaxonomyShelf;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicCreator;
import dev.racewire.schemas.Topics;
import dev.racewire.simulator.newswire.Newswire;
import dev.racewire.simulator.newswire.Rules;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/**
 * A newswire and what processors make of it: Kafka topics under a prefix of their own, the invented rules in force, a
 * publisher and a reader.
 */
final class Scene implements AutoCloseable {

    /** How long nothing may move before what is there is taken for the end. */
    private static final Duration STALLED = Duration.ofSeconds(60);

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration CALM = Duration.ofMillis(700);

    private final KafkaClients clients;
    private final WirePublisher publisher;
    private final Findings findings;
    private final KafkaTopicReading reading;

    Scene(KafkaClients clients, long seed) throws IOException, InterruptedException, ExecutionException {
        this.clients = clients;
        try (Admin admin = clients.admin()) {
            new TopicCreator(admin, clients.topicPrefix()).ensure(Topics.all());
        }
        TaxonomyShelf shelf = new TaxonomyShelf(clients);
        Instant now = Instant.now();
        var rules = TaxonomyShelf.record(Taxonomy.of(Rules.files()), now, List.of());
        shelf.publish(rules);
        shelf.promote(rules, now);
        publisher = new WirePublisher(clients, new Newswire(seed, now.truncatedTo(ChronoUnit.MILLIS)));
        findings = new Findings(clients.topicPrefix());
        reading = KafkaTopicReading.open(
                clients, Topics.CLASSIFIED_ARTICLES, Topics.COUNTS, Topics.COVERAGE, Topics.DEAD_LETTERS);
    }

    KafkaClients clients() {
        return clients;
    }

    WirePublisher publisher() {
        return publisher;
    }

    Findings findings() {
        return findings;
    }

    /** Reads committed records for so long. */
    void readOn(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        do {
            reading.onwards(POLL, findings::take);
        } while (System.nanoTime() < end);
    }

    /** Reads until there is a new count. */
    void awaitCounts(Duration patience) throws IOException {
        long before = findings.counts();
        long end = System.nanoTime() + patience.toNanos();
        while (findings.counts() == before) {
            if (System.nanoTime() > end) {
                throw new IOException("no new count within " + patience);
            }
            readOn(Duration.ZERO);
        }
    }

    /** Reads until all promises are kept, or nothing has moved for long; returns what breaks each of them. */
    Map<String, List<String>> settle() {
        long moved = System.nanoTime();
        while (true) {
            long before = findings.records();
            readOn(CALM);
            if (findings.records() != before) {
                moved = System.nanoTime();
                continue;
            }
            Map<String, List<String>> breaches = breaches();
            if (breaches.isEmpty() || System.nanoTime() - moved > STALLED.toNanos()) {
                return breaches;
            }
        }
    }

    /** What breaks each promise that is broken. */
    Map<String, List<String>> breaches() {
        Map<String, List<String>> breaches = new LinkedHashMap<>();
        for (Guarantee guarantee : Guarantee.all()) {
            List<String> lines = guarantee.breaches(publisher.ledger(), publisher.poison(), findings);
            if (!lines.isEmpty()) {
                breaches.put(guarantee.promise(), lines);
            }
        }
        return breaches;
    }

    @Override
    public void close() {
        publisher.close();
        reading.close();
    }
}
