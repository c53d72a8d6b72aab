// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.schemas;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** The Kafka topics: the only place where their names and settings stand. */
public final class Topics {

    /** How far back counts can change; also how long sightings are kept. */
    public static final Duration HORIZON = Duration.ofDays(30);

    private static final Duration COUNTS_KEPT = Duration.ofDays(400);

    private static final int FEED_PARTITIONS = 16;
    private static final int ARTICLE_PARTITIONS = 8;

    public static final KafkaTopic FEEDS =
            topic("racewire-feeds", "feed URL as listed", Feed.class, FEED_PARTITIONS, Writer.OPERATOR, compact());

    public static final KafkaTopic FEED_STATES = topic(
            "racewire-feed-states", "feed URL as listed", FeedState.class, FEED_PARTITIONS, Writer.INGEST, compact());

    public static final KafkaTopic ARTICLES =
            topic("racewire-articles", "article id", Article.class, ARTICLE_PARTITIONS, Writer.INGEST, delete(HORIZON));

    public static final KafkaTopic CLASSIFIED_ARTICLES = topic(
            "racewire-classified-articles",
            "article id",
            ClassifiedArticle.class,
            ARTICLE_PARTITIONS,
            Writer.PROCESSOR,
            compactAndDelete(COUNTS_KEPT));

    public static final KafkaTopic COUNTS = topic(
            "racewire-counts",
            "country|topic|window|start",
            Count.class,
            ARTICLE_PARTITIONS,
            Writer.PROCESSOR,
            compactAndDelete(COUNTS_KEPT));

    public static final KafkaTopic COVERAGE = topic(
            "racewire-coverage",
            "language|outlet country|window|start",
            Coverage.class,
            ARTICLE_PARTITIONS,
            Writer.PROCESSOR,
            compactAndDelete(COUNTS_KEPT));

    public static final KafkaTopic GAPS =
            topic("racewire-gaps", "feed URL", Gap.class, 1, Writer.INGEST, delete(COUNTS_KEPT));

    public static final KafkaTopic TAXONOMIES =
            topic("racewire-taxonomies", "version, and current", Taxonomy.class, 1, Writer.PROCESSOR, compact());

    public static final KafkaTopic DEAD_LETTERS = new KafkaTopic(
            "racewire-dead-letters",
            "as it came",
            Optional.empty(),
            4,
            Writer.PROCESSOR,
            settings(delete(Duration.ofDays(30))));

    public static final KafkaTopic CANARIES = topic(
            "racewire-canaries",
            "partition",
            Canary.class,
            ARTICLE_PARTITIONS,
            Writer.PROCESSOR,
            delete(Duration.ofDays(1)));

    private static final List<KafkaTopic> ALL = List.of(
            FEEDS,
            FEED_STATES,
            ARTICLES,
            CLASSIFIED_ARTICLES,
            COUNTS,
            COVERAGE,
            GAPS,
            TAXONOMIES,
            DEAD_LETTERS,
            CANARIES);

    private Topics() {}

    /** All topics, in the order in which data goes through them. */
    public static List<KafkaTopic> all() {
        return ALL;
    }

    /** The topic of that name, without prefix. */
    public static Optional<KafkaTopic> named(String name) {
        return ALL.stream().filter(topic -> topic.name().equals(name)).findFirst();
    }

    private static KafkaTopic topic(
            String name,
            String key,
            Class<? extends SpecificRecord> value,
            int partitions,
            Writer writer,
            Map<String, String> cleanup) {
        return new KafkaTopic(name, key, Optional.of(value), partitions, writer, settings(cleanup));
    }

    private static Map<String, String> settings(Map<String, String> cleanup) {
        Map<String, String> settings = new TreeMap<>(cleanup);
        settings.put("max.message.bytes", String.valueOf(1024 * 1024));
        return settings;
    }

    /** Compaction has to keep up: small segments, rolled often, so that a reader's start stays short. */
    private static Map<String, String> compact() {
        return Map.of(
                "cleanup.policy", "compact",
                "segment.ms", millis(Duration.ofHours(6)),
                "segment.bytes", String.valueOf(64 * 1024 * 1024),
                "max.compaction.lag.ms", millis(Duration.ofHours(12)),
                "delete.retention.ms", millis(Duration.ofDays(7)));
    }

    private static Map<String, String> compactAndDelete(Duration kept) {
        Map<String, String> settings = new TreeMap<>(compact());
        settings.put("cleanup.policy", "compact,delete");
        settings.put("retention.ms", millis(kept));
        return settings;
    }

    private static Map<String, String> delete(Duration kept) {
        return Map.of("cleanup.policy", "delete", "retention.ms", millis(kept));
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}
