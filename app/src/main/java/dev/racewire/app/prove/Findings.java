// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.prove;

import dev.racewire.app.articles.KafkaTopicReading;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.schemas.Article;
import dev.racewire.schemas.ArticleState;
import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.schemas.Count;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/**
 * What the public Kafka topics hold in the end.
 *
 * @param sightings how often each sighting was written, by link, feed and content
 * @param read links of the articles that were read
 * @param inScope links of the articles that are in scope now
 * @param cells the cells that are not empty
 */
record Findings(Map<String, Integer> sightings, Set<String> read, Set<String> inScope, Map<String, CellNumbers> cells) {

    private static final WireFormat WIRE = new WireFormat(SchemaHistory.bundled());

    Findings {
        sightings = Map.copyOf(sightings);
        read = Set.copyOf(read);
        inScope = Set.copyOf(inScope);
        cells = Map.copyOf(cells);
    }

    static Findings in(KafkaClients clients) throws IOException, InterruptedException, ExecutionException {
        Map<String, Integer> sightings = new HashMap<>();
        Set<String> read = new HashSet<>();
        try (KafkaTopicReading reading = KafkaTopicReading.open(clients, Topics.ARTICLES)) {
            reading.toEnds(record -> {
                Article article = Objects.requireNonNull(WIRE.decode(record.value(), Article.class));
                read.add(String.valueOf(article.getLink()));
                String sighting = article.getLink() + " " + article.getFeedUrl() + " " + article.getContentHash();
                sightings.merge(sighting, 1, Integer::sum);
            });
        }
        Set<String> inScope = new HashSet<>();
        try (KafkaTopicReading reading = KafkaTopicReading.open(clients, Topics.CLASSIFIED_ARTICLES)) {
            reading.toEnds(record -> {
                ClassifiedArticle article =
                        Objects.requireNonNull(WIRE.decode(record.value(), ClassifiedArticle.class));
                String link = String.valueOf(article.getLink());
                if (article.getState() == ArticleState.IN_SCOPE) {
                    inScope.add(link);
                } else {
                    inScope.remove(link);
                }
            });
        }
        return new Findings(sightings, read, inScope, cells(clients));
    }

    private static Map<String, CellNumbers> cells(KafkaClients clients)
            throws IOException, InterruptedException, ExecutionException {
        Map<String, CellNumbers> cells = new HashMap<>();
        try (KafkaTopicReading reading = KafkaTopicReading.open(clients, Topics.COUNTS)) {
            reading.toEnds(record ->
                    cells.put(record.key(), numbers(Objects.requireNonNull(WIRE.decode(record.value(), Count.class)))));
        }
        cells.values().removeIf(CellNumbers.NONE::equals);
        return cells;
    }

    private static CellNumbers numbers(Count count) {
        return new CellNumbers(
                count.getArticles(), count.getPublishers(), count.getRivalries(), count.getStateMediaArticles());
    }
}
