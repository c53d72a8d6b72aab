// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.demo.narrate;

import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.schemas.Count;
import dev.racewire.schemas.DeadLetterHeaders;
import dev.racewire.schemas.Feed;
import dev.racewire.schemas.FeedState;
import dev.racewire.schemas.KafkaTopic;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Turns records of the public Kafka topics into lines, by what each watch knows of the records before. Thread-safe. */
public final class Narration {

    /** What it must be given, in the order in which records of one moment make sense. */
    public static final List<KafkaTopic> TOPICS =
            List.of(Topics.FEEDS, Topics.FEED_STATES, Topics.DEAD_LETTERS, Topics.CLASSIFIED_ARTICLES, Topics.COUNTS);

    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());
    private final Cells cells = new Cells();
    private final MatrixWatch matrix = new MatrixWatch();
    private final SurgeWatch surges = new SurgeWatch();
    private final EditWatch edits = new EditWatch();
    private final FoldWatch folds = new FoldWatch();
    private final FeedWatch feeds = new FeedWatch();
    private final WordsWatch words;

    private final InstantSource clock;
    private Instant lastCount = Instant.MAX;

    /**
     * A narration that has heard of nothing.
     *
     * @param opened what the link of the article holds that is to be opened to its words
     */
    public Narration(String opened, InstantSource clock) {
        this.words = new WordsWatch(opened);
        this.clock = clock;
    }

    /** What is to be said of a record of that Kafka topic. */
    public synchronized List<Line> on(KafkaTopic topic, ConsumerRecord<String, byte[]> record) {
        if (topic.equals(Topics.DEAD_LETTERS)) {
            return List.of(deadLetter(record));
        }
        List<Line> lines = new ArrayList<>();
        decoded(topic, record).ifPresent(value -> told(value).forEach(lines::add));
        return lines;
    }

    private Optional<SpecificRecord> decoded(KafkaTopic topic, ConsumerRecord<String, byte[]> record) {
        return topic.value().map(type -> wire.decode(record.value(), type));
    }

    private Stream<Line> told(SpecificRecord value) {
        if (value instanceof Count count) {
            lastCount = clock.instant();
            return cells.apply(count).stream().flatMap(this::told);
        }
        if (value instanceof ClassifiedArticle article) {
            edits.on(article);
            return Stream.of(folds.on(article), words.on(article)).flatMap(Optional::stream);
        }
        if (value instanceof FeedState state) {
            return feeds.on(state).stream();
        }
        if (value instanceof Feed feed) {
            feeds.on(feed);
        }
        return Stream.empty();
    }

    private Stream<Line> told(Cells.Change change) {
        return Stream.of(matrix.on(change, cells), edits.on(change), surges.on(change, cells))
                .flatMap(Optional::stream);
    }

    /** Whether there have been counts, and none for that long. */
    public synchronized boolean settled(Duration quiet) {
        return !lastCount.equals(Instant.MAX) && !clock.instant().isBefore(lastCount.plus(quiet));
    }

    /** Where everything stands. */
    public synchronized Line summary() {
        return new Line("matrix", MatrixWatch.filling(cells) + ", " + folds.stories() + " stories");
    }

    private static Line deadLetter(ConsumerRecord<String, byte[]> record) {
        return new Line(
                "dead letter",
                header(record, DeadLetterHeaders.ORIGIN_TOPIC) + " partition "
                        + header(record, DeadLetterHeaders.ORIGIN_PARTITION) + " offset "
                        + header(record, DeadLetterHeaders.ORIGIN_OFFSET) + " is set aside ("
                        + header(record, DeadLetterHeaders.REASON) + "); the rest flows on");
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "?" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
