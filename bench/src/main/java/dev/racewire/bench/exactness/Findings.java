// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.exactness;

import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.schemas.Count;
import dev.racewire.schemas.Coverage;
import dev.racewire.schemas.DeadLetterHeaders;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import dev.racewire.simulator.newswire.CellNumbers;
import dev.racewire.simulator.newswire.CoverageNumbers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the public Kafka topics say, as a subscriber takes it: the last record of a key stands. */
final class Findings {

    private final String prefix;
    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());
    private final Map<String, ClassifiedArticle> articles = new HashMap<>();
    private final Map<String, CellNumbers> cells = new HashMap<>();
    private final Map<String, CoverageNumbers> coverage = new HashMap<>();
    private final Map<String, List<String>> deadLetters = new HashMap<>();
    private long records;
    private long counts;

    /** Nothing yet, of Kafka topics with that prefix. */
    Findings(String prefix) {
        this.prefix = prefix;
    }

    /** Takes in a record. */
    void take(ConsumerRecord<String, byte[]> record) {
        records++;
        if (is(record, Topics.CLASSIFIED_ARTICLES.in(prefix))) {
            articles.put(record.key(), Objects.requireNonNull(wire.decode(record.value(), ClassifiedArticle.class)));
        } else if (is(record, Topics.COUNTS.in(prefix))) {
            counts++;
            cells.put(record.key(), numbers(Objects.requireNonNull(wire.decode(record.value(), Count.class))));
        } else if (is(record, Topics.COVERAGE.in(prefix))) {
            Coverage found = Objects.requireNonNull(wire.decode(record.value(), Coverage.class));
            coverage.put(record.key(), new CoverageNumbers(found.getArticlesSeen(), found.getArticlesInScope()));
        } else {
            String origin = header(record, DeadLetterHeaders.ORIGIN_PARTITION) + "@"
                    + header(record, DeadLetterHeaders.ORIGIN_OFFSET);
            deadLetters
                    .computeIfAbsent(origin, key -> new ArrayList<>())
                    .add(WirePublisher.letter(record.key(), record.value()));
        }
    }

    private static boolean is(ConsumerRecord<String, byte[]> record, String topic) {
        return record.topic().equals(topic);
    }

    private static CellNumbers numbers(Count count) {
        return new CellNumbers(
                count.getArticles(),
                count.getStories(),
                count.getPublishers(),
                count.getRivalries(),
                count.getStateMediaArticles());
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** Articles by id. */
    Map<String, ClassifiedArticle> articles() {
        return Collections.unmodifiableMap(articles);
    }

    /** Cells by their key. */
    Map<String, CellNumbers> cells() {
        return Collections.unmodifiableMap(cells);
    }

    /** Coverage by its key. */
    Map<String, CoverageNumbers> coverage() {
        return Collections.unmodifiableMap(coverage);
    }

    /** What was set aside, by {@code partition@offset}: each should be there once. */
    Map<String, List<String>> deadLetters() {
        return Collections.unmodifiableMap(deadLetters);
    }

    /** How many records were read. */
    long records() {
        return records;
    }

    /** How many of them were counts. */
    long counts() {
        return counts;
    }
}
