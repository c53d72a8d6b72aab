// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.topology;

import dev.racewire.processor.deadletter.DeadLetterSettings;
import dev.racewire.processor.state.Lifetime;
import dev.racewire.processor.taxonomy.RulesInForce;
import dev.racewire.processor.verdict.Outcome;
import dev.racewire.runtime.kafka.AvroSerde;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.schemas.Canary;
import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.schemas.Count;
import dev.racewire.schemas.Coverage;
import dev.racewire.schemas.JudgeAgain;
import dev.racewire.schemas.Taxonomy;
import dev.racewire.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.test.TestRecord;

/** The whole topology without a broker: sightings in, the public Kafka topics out. */
final class NewsRoom implements AutoCloseable {

    final List<Outcome.Kind> heard = new ArrayList<>();
    final Topology topology;
    final TopologyTestDriver driver;
    private final TestInputTopic<String, byte[]> articles;
    private final TestInputTopic<String, byte[]> taxonomies;
    private final TestInputTopic<String, byte[]> feeds;
    private final TestInputTopic<String, byte[]> feedStates;
    private final TestOutputTopic<String, ClassifiedArticle> classified;
    private final TestOutputTopic<String, Count> counts;
    private final TestOutputTopic<String, Coverage> coverage;
    private final TestOutputTopic<byte[], byte[]> deadLetters;
    private final TestOutputTopic<String, Canary> canaries;
    private final Map<String, ClassifiedArticle> latestArticles = new TreeMap<>();
    private final Map<String, Count> latestCounts = new TreeMap<>();
    private final Map<String, Coverage> latestCoverage = new TreeMap<>();

    NewsRoom() {
        Map<String, Object> own = new HashMap<>();
        own.put(StreamsConfig.APPLICATION_ID_CONFIG, "news-room");
        own.put(DeadLetterSettings.TOPIC_PREFIX, "");
        StreamsConfig settings = new StreamsConfig(StreamsSettings.of(KafkaClients.of("none:1"), own, Map.of()));
        RulesInForce rules = new RulesInForce(
                taxonomy -> new LabelledJudge(taxonomy.getVersion()), Duration.ofMillis(1), taxonomy -> {});
        Properties properties = new Properties();
        properties.putAll(settings.originals());
        topology = NewsTopology.build(
                settings, "", new Lifetime(Topics.HORIZON), Duration.ofMinutes(1), rules, heard::add);
        driver = new TopologyTestDriver(topology, properties, Sighting.NOON);
        articles = input(Topics.ARTICLES.name());
        taxonomies = input(Topics.TAXONOMIES.name());
        feeds = input(Topics.FEEDS.name());
        feedStates = input(Topics.FEED_STATES.name());
        classified = output(Topics.CLASSIFIED_ARTICLES.name(), ClassifiedArticle.class);
        counts = output(Topics.COUNTS.name(), Count.class);
        coverage = output(Topics.COVERAGE.name(), Coverage.class);
        canaries = output(Topics.CANARIES.name(), Canary.class);
        deadLetters = driver.createOutputTopic(
                Topics.DEAD_LETTERS.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        promote("t1");
    }

    private TestInputTopic<String, byte[]> input(String topic) {
        return driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer());
    }

    private <T extends org.apache.avro.specific.SpecificRecord> TestOutputTopic<String, T> output(
            String topic, Class<T> type) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new AvroSerde<>(type).deserializer());
    }

    void show(Sighting... sightings) {
        for (Sighting sighting : sightings) {
            articles.pipeInput(sighting.id(), sighting.bytes(), sighting.fetched());
        }
    }

    void send(String key, byte[] value, Instant at) {
        articles.pipeInput(key, value, at);
    }

    /** Asks for the article to be judged again by the promotion at that offset. */
    void judgeAgain(Sighting sighting, long promotion, Instant at) {
        Headers headers = new RecordHeaders().add(JudgeAgain.HEADER, JudgeAgain.by(promotion));
        articles.pipeInput(new TestRecord<>(sighting.id(), sighting.bytes(), headers, at));
    }

    @SuppressWarnings("NullAway") // null is how an article is withdrawn
    void withdraw(String id, Instant at) {
        articles.pipeInput(id, null, at);
    }

    void promote(String version) {
        Taxonomy taxonomy = Taxonomy.newBuilder()
                .setVersion(version)
                .setFiles(Map.of("version", version))
                .setInForceSince(Sighting.NOON)
                .build();
        taxonomies.pipeInput(
                RulesInForce.CURRENT,
                new AvroSerde<>(Taxonomy.class).serializer().serialize("", taxonomy));
    }

    void list(String url, byte[] feed) {
        feeds.pipeInput(url, feed);
    }

    void poll(String url, byte[] state) {
        feedStates.pipeInput(url, state);
    }

    void passTime(Duration time) {
        driver.advanceWallClockTime(time);
    }

    /** Each article as it stands; a record without a change of revision is still the latest. */
    Map<String, ClassifiedArticle> articles() {
        classified.readKeyValuesToList().forEach(record -> latestArticles.put(record.key, record.value));
        return latestArticles;
    }

    ClassifiedArticle article(String id) {
        return Objects.requireNonNull(articles().get(id), id);
    }

    Map<String, Count> counts() {
        counts.readKeyValuesToList().forEach(record -> latestCounts.put(record.key, record.value));
        return latestCounts;
    }

    Count count(String cell) {
        return Objects.requireNonNull(counts().get(cell), cell);
    }

    /** Articles in a cell, 0 where there is none. */
    long articlesIn(String cell) {
        Count count = counts().get(cell);
        return count == null ? 0 : count.getArticles();
    }

    Map<String, Coverage> coverage() {
        passTime(Duration.ofSeconds(2));
        coverage.readKeyValuesToList().forEach(record -> latestCoverage.put(record.key, record.value));
        return latestCoverage;
    }

    Coverage coverage(String key) {
        return Objects.requireNonNull(coverage().get(key), key);
    }

    /** The heartbeats that have arrived since the last question. */
    List<TestRecord<String, Canary>> canaries() {
        return canaries.readRecordsToList();
    }

    List<TestRecord<byte[], byte[]>> deadLetters() {
        return deadLetters.readRecordsToList();
    }

    /** The keys of all state stores but those that mirror a Kafka topic. */
    List<String> keysOfAllStores() {
        List<String> keys = new ArrayList<>();
        Map<String, StateStore> stores = new TreeMap<>(driver.getAllStateStores());
        stores.keySet().removeAll(List.of(Names.FEEDS, Names.TAXONOMIES));
        for (String name : stores.keySet()) {
            try (KeyValueIterator<String, Object> entries =
                    driver.<String, Object>getKeyValueStore(name).all()) {
                entries.forEachRemaining(entry -> keys.add(entry.key));
            }
        }
        return keys;
    }

    int entriesOfAllStores() {
        return keysOfAllStores().size();
    }

    @Override
    public void close() {
        driver.close();
    }
}
