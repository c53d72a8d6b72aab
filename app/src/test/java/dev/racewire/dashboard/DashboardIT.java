// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.racewire.app.broker.BrokerConfig;
import dev.racewire.app.broker.EmbeddedBroker;
import dev.racewire.runtime.config.SettingSources;
import dev.racewire.runtime.config.Settings;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicCreator;
import dev.racewire.schemas.ActorKind;
import dev.racewire.schemas.ArticleState;
import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.schemas.Count;
import dev.racewire.schemas.CountryVerdict;
import dev.racewire.schemas.KafkaTopic;
import dev.racewire.schemas.Outlet;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.StateMedia;
import dev.racewire.schemas.TopicVerdict;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard as a subscriber of a real broker. Each test has Kafka topics of its own, by prefix. */
class DashboardIT {

    private static final WireFormat WIRE = new WireFormat(SchemaHistory.bundled());
    private static final Duration LONG = Duration.ofSeconds(40);

    @TempDir
    private static Path directory;

    private static EmbeddedBroker broker;
    private static int tests;

    private final HttpClient http = HttpClient.newHttpClient();
    private KafkaClients clients;
    private Producer<String, byte[]> producer;
    private DashboardService dashboard;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = new EmbeddedBroker(BrokerConfig.in(directory.resolve("broker")));
        broker.start();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void start() throws Exception {
        clients = new KafkaClients(
                broker.bootstrapServers(), "test" + tests++ + "-", Map.of(), Map.of(), Map.of(), Map.of());
        producer = clients.producer(Map.of("transactional.id", "test" + tests));
        dashboard = new DashboardService(
                DashboardConfig.of(Settings.resolve(
                        DashboardConfig.define(new ConfigDef()),
                        SettingSources.ofFlags(Map.of("dashboard.port", "0")))),
                clients,
                new SimpleMeterRegistry());
    }

    @AfterEach
    void stop() {
        dashboard.close();
        producer.close(Duration.ZERO);
    }

    @Test
    void waitsForTheKafkaTopicsAndSaysSo() throws Exception {
        dashboard.start();
        await().atMost(LONG).until(() -> dashboard.readiness().reason().contains("waiting for the Kafka topics"));
        assertThat(ask("status").path("state").asText()).isEqualTo("starting");
        createTopics();
        await().atMost(LONG).until(() -> dashboard.readiness().isReady());
        assertThat(ask("matrix").path("cells")).isEmpty();
    }

    @Test
    void showsWhatIsCommittedAndNothingElse() throws Exception {
        createTopics();
        producer.initTransactions();
        transaction(true, article("a", 1, "US", ArticleState.IN_SCOPE), article("b", 1, "CN", ArticleState.IN_SCOPE));
        transaction(false, article("never", 1, "FR", ArticleState.IN_SCOPE));
        dashboard.start();
        await().atMost(LONG).until(() -> dashboard.readiness().isReady());
        assertThat(countries()).containsExactly("*", "CN", "US");
        transaction(true, article("a", 2, "JP", ArticleState.IN_SCOPE), article("b", 2, "CN", ArticleState.RETRACTED));
        await().atMost(LONG).untilAsserted(() -> assertThat(countries()).containsExactly("*", "JP"));
    }

    @Test
    void servesTheProcessorsOwnCounts() throws Exception {
        createTopics();
        producer.initTransactions();
        Instant day = Instant.now().truncatedTo(ChronoUnit.DAYS);
        Count count = new Count(
                "US", "chips", "P1D", day, day.plus(Duration.ofDays(1)), 5L, 3L, 2L, 1L, 0L, 9L, List.of("v"));
        producer.beginTransaction();
        send(Topics.COUNTS, "US|chips|P1D|" + day, WIRE.encode(count));
        producer.commitTransaction();
        dashboard.start();
        await().atMost(LONG).until(() -> dashboard.readiness().isReady());
        JsonNode row = ask("counts").path("counts").get(0);
        assertThat(row.path("stories").asInt()).isEqualTo(3);
        assertThat(row.path("revision").asInt()).isEqualTo(9);
    }

    @Test
    void goesOnAfterARecordThatNobodyCanRead() throws Exception {
        createTopics();
        producer.initTransactions();
        producer.beginTransaction();
        send(Topics.CLASSIFIED_ARTICLES, "broken", new byte[] {1, 2, 3});
        producer.commitTransaction();
        transaction(true, article("a", 1, "US", ArticleState.IN_SCOPE));
        dashboard.start();
        await().atMost(LONG).until(() -> dashboard.readiness().isReady());
        assertThat(countries()).containsExactly("*", "US");
    }

    private void createTopics() throws Exception {
        try (Admin admin = clients.admin()) {
            new TopicCreator(admin, clients.topicPrefix()).ensure(Topics.all());
        }
    }

    private void transaction(boolean commit, ClassifiedArticle... articles) {
        producer.beginTransaction();
        for (ClassifiedArticle article : articles) {
            send(Topics.CLASSIFIED_ARTICLES, article.getId(), WIRE.encode(article));
        }
        producer.flush();
        if (commit) {
            producer.commitTransaction();
        } else {
            producer.abortTransaction();
        }
    }

    /** A failure to send shows when the transaction is committed. */
    private void send(KafkaTopic topic, String key, byte[] value) {
        var unused = producer.send(new ProducerRecord<>(topic.in(clients.topicPrefix()), key, value));
    }

    private List<String> countries() throws IOException, InterruptedException {
        return ask("matrix").path("cells").findValuesAsText("country").stream()
                .distinct()
                .toList();
    }

    private JsonNode ask(String resource) throws IOException, InterruptedException {
        URI address = URI.create(dashboard.address() + "api/v1/" + resource);
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private static ClassifiedArticle article(String id, int revision, String country, ArticleState state) {
        Instant time = Instant.now().minusSeconds(60);
        return ClassifiedArticle.newBuilder()
                .setId(id)
                .setState(state)
                .setRevision(revision)
                .setStoryId("story-" + id)
                .setFeedUrl("https://outlet.example/feed.xml")
                .setOutlet(new Outlet("Outlet", "", "en", "GB", "general", "Publisher", StateMedia.NO))
                .setTitle("Title")
                .setLanguage("en")
                .setFirstSeen(time)
                .setFetched(time)
                .setEventTime(time)
                .setScore(0.9)
                .setRivalry(false)
                .setTopics(List.of(new TopicVerdict("chips", 0.9)))
                .setCountries(List.of(new CountryVerdict(country, 0.9, ActorKind.STATE)))
                .setContentHash("hash")
                .setTaxonomyVersion("version")
                .build();
    }
}
