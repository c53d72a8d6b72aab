// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.topology;

import static org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore;
import static org.apache.kafka.streams.state.Stores.keyValueStoreBuilder;
import static org.apache.kafka.streams.state.Stores.persistentKeyValueStore;

import dev.racewire.processor.cluster.Bands;
import dev.racewire.processor.cluster.ClusterProcessor;
import dev.racewire.processor.cluster.Clustered;
import dev.racewire.processor.cluster.Member;
import dev.racewire.processor.cluster.RowChange;
import dev.racewire.processor.count.Cell;
import dev.racewire.processor.count.CountProcessor;
import dev.racewire.processor.coverage.CoverageDifference;
import dev.racewire.processor.coverage.CoveragePreAdder;
import dev.racewire.processor.coverage.CoverageProcessor;
import dev.racewire.processor.coverage.CoverageTally;
import dev.racewire.processor.coverage.PollCounter;
import dev.racewire.processor.coverage.PollReport;
import dev.racewire.processor.heartbeat.ByItsPartition;
import dev.racewire.processor.heartbeat.HeartbeatSource;
import dev.racewire.processor.heartbeat.HeartbeatStage;
import dev.racewire.processor.state.Lifetime;
import dev.racewire.processor.taxonomy.RulesInForce;
import dev.racewire.processor.verdict.ArticleMemory;
import dev.racewire.processor.verdict.Outcome;
import dev.racewire.processor.verdict.OutletDirectory;
import dev.racewire.processor.verdict.Ruling;
import dev.racewire.processor.verdict.VerdictProcessor;
import dev.racewire.runtime.kafka.AvroSerde;
import dev.racewire.schemas.Article;
import dev.racewire.schemas.Canary;
import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.schemas.Count;
import dev.racewire.schemas.Coverage;
import dev.racewire.schemas.Topics;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/** The whole way from sightings to counts: classify by article, cluster by first language, count by row. */
public final class NewsTopology {

    private static final Serde<String> TEXT = Serdes.String();

    private final StreamsBuilder builder;
    private final String prefix;
    private final Lifetime lifetime;

    private NewsTopology(StreamsBuilder builder, String prefix, Lifetime lifetime) {
        this.builder = builder;
        this.prefix = prefix;
        this.lifetime = lifetime;
    }

    /**
     * The topology.
     *
     * @param settings settings that it will run with
     * @param prefix prefix of all Kafka topics
     * @param lifetime how long counts can change
     * @param heartbeat time between two heartbeats of a partition
     * @param rules the taxonomy in force; it hears of others
     * @param heard told of what each sighting was
     */
    public static Topology build(
            StreamsConfig settings,
            String prefix,
            Lifetime lifetime,
            Duration heartbeat,
            RulesInForce rules,
            Consumer<Outcome.Kind> heard) {
        NewsTopology news = new NewsTopology(new StreamsBuilder(new TopologyConfig(settings)), prefix, lifetime);
        OutletDirectory outlets = new OutletDirectory();
        news.listen(Names.TAXONOMIES, Topics.TAXONOMIES.in(prefix), rules::hear);
        news.listen(Names.FEEDS, Topics.FEEDS.in(prefix), (url, feed, offset) -> outlets.hear(url, feed));

        KStream<String, Article> sightings = news.sightings();
        KStream<String, Outcome> outcomes = news.classify(sightings, outlets, rules, heard);
        KStream<String, Clustered> articles = news.cluster(outcomes);
        articles.mapValues(Clustered::article, Named.as("articles"))
                .to(
                        Topics.CLASSIFIED_ARTICLES.in(prefix),
                        Produced.with(TEXT, new AvroSerde<>(ClassifiedArticle.class)));
        news.count(articles).to(Topics.COUNTS.in(prefix), Produced.with(TEXT, new AvroSerde<>(Count.class)));
        news.cover(outcomes, news.polls(outlets))
                .to(Topics.COVERAGE.in(prefix), Produced.with(TEXT, new AvroSerde<>(Coverage.class)));
        news.watch(sightings, heartbeat)
                .to(Topics.CANARIES.in(prefix), Produced.with(TEXT, new AvroSerde<>(Canary.class)));
        return news.builder.build();
    }

    private KStream<String, Article> sightings() {
        return builder.stream(Topics.ARTICLES.in(prefix), Consumed.with(TEXT, new AvroSerde<>(Article.class)));
    }

    private KStream<String, Outcome> classify(
            KStream<String, Article> sightings,
            OutletDirectory outlets,
            RulesInForce rules,
            Consumer<Outcome.Kind> heard) {
        keep(Names.VERDICTS, ArticleMemory.FORMAT);
        return sightings.processValues(
                () -> new VerdictProcessor(Names.VERDICTS, lifetime, outlets, rules, heard),
                Named.as(Names.CLASSIFY),
                Names.VERDICTS);
    }

    private KStream<String, Clustered> cluster(KStream<String, Outcome> outcomes) {
        keep(Names.SENT_ARTICLES, new AvroSerde<>(ClassifiedArticle.class));
        keep(Names.MEMBERS, Member.FORMAT);
        keep(Names.BANDS, Bands.FORMAT);
        keep(Names.STORY_SIZES, Serdes.Long());
        ClusterProcessor.Stores stores =
                new ClusterProcessor.Stores(Names.SENT_ARTICLES, Names.MEMBERS, Names.BANDS, Names.STORY_SIZES);
        return outcomes.flatMapValues(outcome -> outcome.ruling().stream().toList(), Named.as("rulings"))
                .repartition(Repartitioned.with(TEXT, Ruling.FORMAT)
                        .withName(Names.RULINGS_BY_LANGUAGE)
                        .withStreamPartitioner(new ByFirstLanguage()))
                .processValues(
                        () -> new ClusterProcessor(stores, lifetime),
                        Named.as(Names.CLUSTER),
                        Names.SENT_ARTICLES,
                        Names.MEMBERS,
                        Names.BANDS,
                        Names.STORY_SIZES);
    }

    private KStream<String, Count> count(KStream<String, Clustered> articles) {
        keepHot(Names.CELLS, Cell.FORMAT);
        keepHot(Names.REFERENCES, Serdes.Long());
        return articles.flatMap(
                        (id, article) -> article.changes().stream()
                                .map(change -> KeyValue.pair(change.row(), change))
                                .toList(),
                        Named.as("changes"))
                .repartition(Repartitioned.with(TEXT, RowChange.FORMAT).withName(Names.CHANGES_BY_ROW))
                .process(
                        () -> new CountProcessor(Names.CELLS, Names.REFERENCES, lifetime),
                        Named.as(Names.COUNT),
                        Names.CELLS,
                        Names.REFERENCES);
    }

    /** One partition is enough for it: the articles of a second are a few records. */
    private KStream<String, Coverage> cover(
            KStream<String, Outcome> outcomes, KStream<String, CoverageDifference> polls) {
        builder.addStateStore(
                keyValueStoreBuilder(inMemoryKeyValueStore(Names.PENDING_COVERAGE), TEXT, CoverageDifference.FORMAT)
                        .withCachingEnabled());
        keep(Names.COVERAGE, CoverageTally.FORMAT);
        return outcomes.process(
                        () -> new CoveragePreAdder(Names.PENDING_COVERAGE),
                        Named.as(Names.PRE_ADD_COVERAGE),
                        Names.PENDING_COVERAGE)
                .repartition(Repartitioned.with(TEXT, CoverageDifference.FORMAT)
                        .withName(Names.COVERAGE_BY_OUTLETS)
                        .withNumberOfPartitions(1))
                .merge(polls, Named.as("articles-and-polls"))
                .process(
                        () -> new CoverageProcessor(Names.COVERAGE, lifetime),
                        Named.as(Names.ADD_COVERAGE),
                        Names.COVERAGE);
    }

    /** Of a feed's state, which is long, a few numbers go on; they too come together in one partition. */
    private KStream<String, CoverageDifference> polls(OutletDirectory outlets) {
        keep(Names.POLL_REPORTS, PollReport.FORMAT);
        return builder.stream(Topics.FEED_STATES.in(prefix), Consumed.with(TEXT, Serdes.ByteArray()))
                .flatMapValues(
                        (feed, state) -> PollReport.in(feed, state).stream().toList(), Named.as("poll-reports"))
                .repartition(Repartitioned.with(TEXT, PollReport.FORMAT)
                        .withName(Names.ALL_POLL_REPORTS)
                        .withNumberOfPartitions(1))
                .process(
                        () -> new PollCounter(Names.POLL_REPORTS, outlets),
                        Named.as(Names.COUNT_POLLS),
                        Names.POLL_REPORTS);
    }

    /** A heartbeat through the same tasks: sharing a source or a store with a step makes it part of that task. */
    private KStream<String, Canary> watch(KStream<String, Article> sightings, Duration interval) {
        return sightings
                .process(() -> new HeartbeatSource(Names.CLASSIFY, interval), Named.as(Names.HEARTBEAT_FROM_CLASSIFY))
                .repartition(heartbeatsTo(Names.HEARTBEATS_TO_CLUSTER))
                .process(
                        () -> HeartbeatStage.passing(Names.CLUSTER),
                        Named.as(Names.HEARTBEAT_THROUGH_CLUSTER),
                        Names.SENT_ARTICLES)
                .repartition(heartbeatsTo(Names.HEARTBEATS_TO_COUNT))
                .process(
                        () -> HeartbeatStage.arriving(Names.COUNT),
                        Named.as(Names.HEARTBEAT_THROUGH_COUNT),
                        Names.CELLS);
    }

    private static Repartitioned<String, Canary> heartbeatsTo(String name) {
        return Repartitioned.with(TEXT, new AvroSerde<>(Canary.class))
                .withName(name)
                .withStreamPartitioner(new ByItsPartition());
    }

    private <V> void keep(String store, Serde<V> values) {
        builder.addStateStore(keyValueStoreBuilder(persistentKeyValueStore(store), TEXT, values));
    }

    /** The same with a cache in front, for a store in which a few keys change all the time. */
    private <V> void keepHot(String store, Serde<V> values) {
        builder.addStateStore(keyValueStoreBuilder(persistentKeyValueStore(store), TEXT, values)
                .withCachingEnabled());
    }

    private void listen(String store, String topic, GlobalListener.Listener listener) {
        builder.addGlobalStore(
                keyValueStoreBuilder(inMemoryKeyValueStore(store), TEXT, Serdes.ByteArray())
                        .withLoggingDisabled(),
                topic,
                Consumed.with(TEXT, Serdes.ByteArray()),
                () -> new GlobalListener(store, listener));
    }
}
