// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.audit;

import dev.racewire.app.articles.KafkaTopicReading;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.schemas.Article;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import dev.racewire.schemas.WireFormatException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Accounts for every article of which {@code racewire-articles} retains a sighting. One without a verdict is judged
 * here: it has to be out of scope. What was judged under an earlier taxonomy may look unexplained after a change of it.
 */
public final class ArticleAudit {

    private static final Duration SETTLED = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaClients clients;
    private final String group;
    private final InstantSource clock;
    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());
    private final Map<String, RetainedArticle> articles = new HashMap<>();
    private final Set<String> withdrawn = new HashSet<>();
    private final Outcomes outcomes;
    private long sightings;

    /** An audit; {@code group} is the processor's consumer group, prefix included. */
    public ArticleAudit(KafkaClients clients, String group, InstantSource clock) {
        this.clients = clients;
        this.group = group;
        this.clock = clock;
        this.outcomes = new Outcomes(clients);
    }

    /** Where all articles are. */
    public Account run() throws IOException, InterruptedException, ExecutionException {
        List<ConsumerRecord<String, byte[]>> broken = new ArrayList<>();
        try (KafkaTopicReading reading = KafkaTopicReading.open(clients, Topics.ARTICLES)) {
            reading.toEnds(record -> remember(record, broken));
        }
        Map<TopicPartition, Long> processed = processed();
        try (KafkaTopicReading reading =
                KafkaTopicReading.open(clients, Topics.CLASSIFIED_ARTICLES, Topics.DEAD_LETTERS)) {
            reading.toEnds(outcomes::take);
            Set<String> suspects = suspects(processed);
            settle(reading, suspects);
            return account(processed, suspects, broken);
        }
    }

    private void remember(ConsumerRecord<String, byte[]> record, List<ConsumerRecord<String, byte[]>> broken) {
        if (record.value() == null) {
            withdrawn.add(record.key());
            return;
        }
        sightings++;
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        Article sighting = sighting(record);
        if (sighting == null) {
            broken.add(record);
            return;
        }
        articles.merge(
                record.key(),
                new RetainedArticle(partition, record.offset(), sighting.getFeedUrl()),
                (known, again) -> known.seenAt(again.lastOffset()));
    }

    private @Nullable Article sighting(ConsumerRecord<String, byte[]> record) {
        try {
            return wire.decode(record.value(), Article.class);
        } catch (WireFormatException e) {
            return null;
        }
    }

    /** How far the processor has come in each partition. */
    private Map<TopicPartition, Long> processed() throws InterruptedException, ExecutionException {
        Map<TopicPartition, Long> processed = new HashMap<>();
        try (Admin admin = clients.admin()) {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            committed.forEach((partition, offset) -> {
                if (offset != null) {
                    processed.put(partition, offset.offset());
                }
            });
        }
        return processed;
    }

    private static boolean isPending(RetainedArticle article, Map<TopicPartition, Long> processed) {
        return article.lastOffset() >= processed.getOrDefault(article.partition(), 0L);
    }

    /** The articles that should have a verdict by their text, and have none. */
    private Set<String> suspects(Map<TopicPartition, Long> processed)
            throws IOException, InterruptedException, ExecutionException {
        Set<String> unjudged = new HashSet<>();
        articles.forEach((id, article) -> {
            if (outcomes.verdict(id).isEmpty() && !isPending(article, processed) && !withdrawn.contains(id)) {
                unjudged.add(id);
            }
        });
        Set<String> suspects = new HashSet<>();
        if (unjudged.isEmpty()) {
            return suspects;
        }
        OwnJudge judge = OwnJudge.inForce(clients);
        try (KafkaTopicReading reading = KafkaTopicReading.open(clients, Topics.ARTICLES)) {
            reading.toEnds(record -> {
                RetainedArticle article = unjudged.contains(record.key()) ? articles.get(record.key()) : null;
                Article sighting = article == null ? null : sighting(record);
                if (article != null && sighting != null && article.ownedBy(sighting) && judge.inScope(sighting)) {
                    suspects.add(record.key());
                }
            });
        }
        suspects.removeIf(this::isSetAside);
        return suspects;
    }

    private boolean isSetAside(String id) {
        RetainedArticle article = articles.get(id);
        return article != null && outcomes.isSetAside(article.partition(), article.lastOffset());
    }

    /** A verdict follows its article through two more steps: gives it the time for that. */
    private void settle(KafkaTopicReading reading, Set<String> suspects) {
        Instant end = clock.instant().plus(SETTLED);
        while (!suspects.isEmpty() && clock.instant().isBefore(end)) {
            reading.onwards(POLL, outcomes::take);
            suspects.removeIf(id -> outcomes.verdict(id).isPresent() || isSetAside(id));
        }
    }

    private Account account(
            Map<TopicPartition, Long> processed, Set<String> suspects, List<ConsumerRecord<String, byte[]>> broken) {
        Map<Fate, Long> fates = new EnumMap<>(Fate.class);
        Set<String> unexplained = new TreeSet<>(suspects);
        articles.forEach((id, article) -> fates.merge(fate(id, article, processed, suspects), 1L, Long::sum));
        for (ConsumerRecord<String, byte[]> record : broken) {
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            boolean pending = record.offset() >= processed.getOrDefault(partition, 0L);
            if (!pending && !outcomes.isSetAside(partition, record.offset())) {
                unexplained.add("unreadable record " + partition + "@" + record.offset());
            }
        }
        return new Account(sightings, fates, broken.size(), List.copyOf(unexplained));
    }

    private Fate fate(String id, RetainedArticle article, Map<TopicPartition, Long> processed, Set<String> suspects) {
        if (isSetAside(id)) {
            return Fate.DEAD_LETTER;
        }
        return outcomes.verdict(id).orElseGet(() -> unjudged(id, isPending(article, processed), suspects.contains(id)));
    }

    private Fate unjudged(String id, boolean pending, boolean suspect) {
        if (pending) {
            return Fate.PENDING;
        }
        if (withdrawn.contains(id)) {
            return Fate.RETRACTED;
        }
        return suspect ? Fate.UNEXPLAINED : Fate.OUT_OF_SCOPE;
    }
}
