// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.matrix;

import dev.racewire.app.articles.ArticleFacts;
import dev.racewire.app.articles.KafkaTopicReading;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.schemas.Count;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** Reads the table from the public Kafka topics. */
public final class MatrixReader {

    private final KafkaClients clients;
    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());

    public MatrixReader(KafkaClients clients) {
        this.clients = clients;
    }

    /** The table of one window, as the counts have it. */
    public Matrix window(String window, Instant start, Measure measure)
            throws IOException, InterruptedException, ExecutionException {
        Matrix matrix = new Matrix();
        String ending = "|" + window + "|" + start;
        try (KafkaTopicReading reading = KafkaTopicReading.open(clients, Topics.COUNTS)) {
            reading.toEnds(record -> {
                Count count = record.key().endsWith(ending) ? wire.decode(record.value(), Count.class) : null;
                if (count != null) {
                    matrix.put(count.getCountry(), count.getTopic(), number(count, measure));
                }
            });
        }
        return matrix;
    }

    private static long number(Count count, Measure measure) {
        return switch (measure) {
            case articles -> count.getArticles();
            case stories -> count.getStories();
            case publishers -> count.getPublishers();
            case rivalries -> count.getRivalries();
        };
    }

    /** The articles that count and whose time lies between the two. */
    public Collection<ArticleFacts> articles(Instant from, Instant to)
            throws IOException, InterruptedException, ExecutionException {
        Map<String, ArticleFacts> articles = new HashMap<>();
        try (KafkaTopicReading reading = KafkaTopicReading.open(clients, Topics.CLASSIFIED_ARTICLES)) {
            reading.toEnds(record -> {
                ClassifiedArticle article = wire.decode(record.value(), ClassifiedArticle.class);
                articles.remove(record.key());
                if (article != null && isIn(article.getEventTime(), from, to)) {
                    articles.put(record.key(), ArticleFacts.of(article));
                }
            });
        }
        return articles.values().stream().filter(ArticleFacts::inCells).toList();
    }

    private static boolean isIn(Instant time, Instant from, Instant to) {
        return !time.isBefore(from) && time.isBefore(to);
    }
}
