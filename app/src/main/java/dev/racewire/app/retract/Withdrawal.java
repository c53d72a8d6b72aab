// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.retract;

import dev.racewire.app.articles.KafkaTopicReading;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.schemas.Evidence;
import dev.racewire.schemas.RetractionReason;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Withdraws articles the way every change goes: a record without a value on {@code racewire-articles} lets the processor
 * take the article out of its cells and write its removal down without the words. What the processor has forgotten, long
 * after the horizon, is in frozen cells: there only the words are taken out.
 */
public final class Withdrawal {

    private static final Duration POLL = Duration.ofMillis(100);

    /** A processor that runs and remembers an article needs less. */
    private static final Duration LONG = Duration.ofSeconds(5);

    private final KafkaClients clients;
    private final InstantSource clock;
    private final Duration remembered;
    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());

    /**
     * A withdrawal.
     *
     * @param remembered how long the processor remembers an article
     */
    public Withdrawal(KafkaClients clients, InstantSource clock, Duration remembered) {
        this.clients = clients;
        this.clock = clock;
        this.remembered = remembered;
    }

    /** The selected articles whose text is still there. */
    public List<KnownText> find(Selection selection) throws IOException, InterruptedException, ExecutionException {
        return KnownTexts.find(clients, selection);
    }

    /** Withdraws them: once this returns, the removal is on record, and the processor follows. */
    public void request(List<KnownText> texts) throws InterruptedException, ExecutionException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (Producer<String, byte[]> producer = clients.producer(Map.of())) {
            String topic = Topics.ARTICLES.in(clients.topicPrefix());
            for (KnownText text : texts) {
                sent.add(producer.send(new ProducerRecord<>(topic, text.id(), null)));
            }
            producer.flush();
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        }
    }

    /** Waits so long until the processor has taken them out of what it publishes; returns those it has not. */
    public List<KnownText> await(List<KnownText> texts, Duration patience)
            throws IOException, InterruptedException, ExecutionException {
        Map<String, KnownText> waiting = new LinkedHashMap<>();
        texts.stream().filter(KnownText::classified).forEach(text -> waiting.put(text.id(), text));
        boolean allOld = forgotten(List.copyOf(waiting.values())).size() == waiting.size();
        Instant end = clock.instant().plus(allOld && patience.compareTo(LONG) > 0 ? LONG : patience);
        try (KafkaTopicReading verdicts = KafkaTopicReading.open(clients, Topics.CLASSIFIED_ARTICLES)) {
            verdicts.toEnds(record -> follow(record, waiting));
            while (!waiting.isEmpty() && clock.instant().isBefore(end)) {
                verdicts.onwards(POLL, record -> follow(record, waiting));
            }
        }
        return List.copyOf(waiting.values());
    }

    private void follow(ConsumerRecord<String, byte[]> record, Map<String, KnownText> waiting) {
        if (waiting.containsKey(record.key())) {
            ClassifiedArticle article = wire.decode(record.value(), ClassifiedArticle.class);
            if (article != null && article.getReason() == RetractionReason.WITHDRAWN) {
                waiting.remove(record.key());
            }
        }
    }

    /** Those of them that the processor has forgotten, by their age: it will never write about them again. */
    public List<KnownText> forgotten(List<KnownText> texts) {
        Instant oldest = clock.instant().minus(remembered);
        return texts.stream().filter(text -> text.newest().isBefore(oldest)).toList();
    }

    /** Takes the words out of articles that the processor has forgotten; what they count for stays, frozen. */
    public void takeWords(List<KnownText> texts) throws IOException, InterruptedException, ExecutionException {
        Map<String, ClassifiedArticle> last = new HashMap<>();
        Set<String> wanted = texts.stream().map(KnownText::id).collect(Collectors.toSet());
        try (KafkaTopicReading verdicts = KafkaTopicReading.open(clients, Topics.CLASSIFIED_ARTICLES)) {
            verdicts.toEnds(record -> remember(record, wanted, last));
        }
        try (Producer<String, byte[]> producer = clients.producer(Map.of())) {
            String topic = Topics.CLASSIFIED_ARTICLES.in(clients.topicPrefix());
            for (ClassifiedArticle article : last.values()) {
                producer.send(new ProducerRecord<>(topic, article.getId(), wire.encode(wordless(article))))
                        .get();
            }
        }
    }

    private void remember(
            ConsumerRecord<String, byte[]> record, Set<String> wanted, Map<String, ClassifiedArticle> last) {
        ClassifiedArticle article =
                wanted.contains(record.key()) ? wire.decode(record.value(), ClassifiedArticle.class) : null;
        if (article != null) {
            last.put(record.key(), article);
        }
    }

    private static ClassifiedArticle wordless(ClassifiedArticle article) {
        List<Evidence> evidence = article.getEvidence().stream()
                .map(words -> Evidence.newBuilder(words).setSurface("").build())
                .toList();
        return ClassifiedArticle.newBuilder(article)
                .setTitle("")
                .setSummary("")
                .setEvidence(evidence)
                .build();
    }
}
