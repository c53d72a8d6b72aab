// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.retract;

import dev.racewire.app.articles.KafkaTopicReading;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.schemas.Article;
import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import dev.racewire.schemas.WireFormatException;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Finds the selected articles among all texts that Kafka holds: the sightings, in scope or not, and the classified
 * articles, which are kept longer. What a record is about, its first sighting decides, or its verdict.
 */
final class KnownTexts {

    private final Selection selection;
    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());
    private final Set<String> seen = new HashSet<>();
    private final Map<String, KnownText> found = new LinkedHashMap<>();

    private KnownTexts(Selection selection) {
        this.selection = selection;
    }

    /** The selected articles whose text is still there. */
    static List<KnownText> find(KafkaClients clients, Selection selection)
            throws IOException, InterruptedException, ExecutionException {
        KnownTexts texts = new KnownTexts(selection);
        try (KafkaTopicReading sightings = KafkaTopicReading.open(clients, Topics.ARTICLES)) {
            sightings.toEnds(texts::sighting);
        }
        try (KafkaTopicReading verdicts = KafkaTopicReading.open(clients, Topics.CLASSIFIED_ARTICLES)) {
            verdicts.toEnds(texts::verdict);
        }
        return texts.found.values().stream().filter(text -> !text.withdrawn()).toList();
    }

    private void sighting(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            found.computeIfPresent(record.key(), (id, text) -> text.gone());
            return;
        }
        if (!seen.add(record.key())) {
            return;
        }
        try {
            Article sighting = wire.decode(record.value(), Article.class);
            if (sighting != null) {
                keep(KnownText.of(sighting));
            }
        } catch (WireFormatException e) {
            seen.remove(record.key()); // no article: it is a dead letter already
        }
    }

    private void verdict(ConsumerRecord<String, byte[]> record) {
        ClassifiedArticle article = wire.decode(record.value(), ClassifiedArticle.class);
        if (article == null) {
            return;
        }
        found.remove(record.key());
        keep(KnownText.of(article));
    }

    private void keep(KnownText text) {
        if (selection.includes(text)) {
            found.put(text.id(), text);
        }
    }
}
