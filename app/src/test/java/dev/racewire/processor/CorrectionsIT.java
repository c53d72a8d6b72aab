// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.racewire.app.Main;
import dev.racewire.app.articles.KafkaTopicReading;
import dev.racewire.app.audit.Account;
import dev.racewire.app.audit.ArticleAudit;
import dev.racewire.app.audit.Auditor;
import dev.racewire.app.audit.Fate;
import dev.racewire.app.broker.BrokerConfig;
import dev.racewire.app.broker.EmbeddedBroker;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.schemas.Article;
import dev.racewire.schemas.ArticleState;
import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.schemas.Count;
import dev.racewire.schemas.KafkaTopic;
import dev.racewire.schemas.Outlet;
import dev.racewire.schemas.RetractionReason;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.StateMedia;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What people take back, and what they send again, goes through a running processor and leaves the counts exact. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorrectionsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());
    private final StringWriter printed = new StringWriter();
    private EmbeddedBroker broker;
    private KafkaClients clients;
    private ProcessorService processor;
    private Path state;
    private Producer<String, byte[]> producer;

    @BeforeAll
    void start(@TempDir Path brokerFolder, @TempDir Path stateFolder) throws Exception {
        broker = new EmbeddedBroker(BrokerConfig.in(brokerFolder));
        broker.start();
        clients = KafkaClients.of(broker.bootstrapServers());
        state = stateFolder;
        processor = new ProcessorService(ProcessorProcess.config(state), clients, new SimpleMeterRegistry());
        processor.start();
        producer = clients.producer(Map.of());
    }

    @AfterAll
    void stop() {
        producer.close();
        processor.close();
        broker.close();
    }

    @Test
    void aSecondProcessorInTheSameFolderIsToldWhatToDo() {
        try (var second = new ProcessorService(ProcessorProcess.config(state), clients, new SimpleMeterRegistry())) {
            assertThatThrownBy(second::start)
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            "another process holds " + state + ": give each processor its own --processor.state-dir");
        }
    }

    @Test
    void aWithdrawnTextLeavesTheCountsAndOnlyItsRemovalStays() throws Exception {
        show("a1", "a", "China bans Nvidia AI chips in state data centres as export controls bite");
        show("a2", "a", "United States widens export controls on AI chips to China");
        show("a3", "a", "Rain delays the cup final in the north for a second day");
        show("b1", "b", "Japan and South Korea sign pact on artificial intelligence research");
        Awaitility.await().atMost(PATIENCE).until(() -> articlesInAll() >= 3);
        long before = articlesInAll();

        assertThat(run("retract", "--feed", "https://a.example/feed", "--dry-run"))
                .isZero();
        assertThat(articlesInAll()).isEqualTo(before);
        assertThat(run("retract", "--feed", "https://a.example/feed")).isZero();
        assertThat(printed.toString()).contains("3 articles withdrawn").doesNotContain("still stand");

        ClassifiedArticle removed = classified().get("a1");
        assertThat(removed.getState()).isEqualTo(ArticleState.RETRACTED);
        assertThat(removed.getReason()).isEqualTo(RetractionReason.WITHDRAWN);
        assertThat(removed.getTitle() + removed.getSummary()).isEmpty();
        assertThat(removed.getEvidence())
                .allSatisfy(words -> assertThat(words.getSurface()).isEmpty());
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(articlesInAll()).isEqualTo(before - 2));
        assertThat(classified().get("b1").getState()).isEqualTo(ArticleState.IN_SCOPE);

        show("a1", "a", "China bans Nvidia AI chips in state data centres, again");
        show("a4", "a", "China releases an open-weight AI model and the United States answers");
        Awaitility.await().atMost(PATIENCE).until(() -> classified().containsKey("a4"));
        assertThat(classified().get("a1").getTitle()).isEmpty();
        assertClean();
        assertThat(run("retract", "no-such-article")).isEqualTo(1);
    }

    @Test
    void whatIsOlderThanTheProcessorRemembersLosesItsWordsAndStaysInFrozenCells() throws Exception {
        ClassifiedArticle old = ClassifiedArticle.newBuilder(oldArticle()).build();
        send(Topics.CLASSIFIED_ARTICLES, "old", old);

        assertThat(run("retract", "old", "--wait", "1s")).isZero();

        ClassifiedArticle after = classified().get("old");
        assertThat(after.getTitle() + after.getSummary()).isEmpty();
        assertThat(after.getState()).isEqualTo(ArticleState.IN_SCOPE);
        assertThat(printed.toString()).contains("their words are gone");
    }

    @Test
    void whatWasSetAsideIsListedAndWhatCanBeReadIsSentAgain() throws Exception {
        byte[] poison = "no article".getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(Topics.ARTICLES.name(), "poison", poison))
                .get();
        Article wrongKey =
                article("d1", "d", "China bans Nvidia AI chips in state data centres as export controls bite");
        producer.send(new ProducerRecord<>(Topics.ARTICLES.name(), "not-its-id", wire.encode(wrongKey)))
                .get();
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(run("dead-letters", "list")).isZero();
            assertThat(printed.toString()).contains("2 records are set aside");
        });
        assertThat(printed.toString()).contains("reading", "judging", "the key is not the article's id d1");

        assertThat(run("dead-letters", "replay")).isZero();

        assertThat(printed.toString()).contains("1 records sent again, 1 stay");
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(run("dead-letters", "list")).isZero();
            assertThat(printed.toString()).contains("2 times: the key is not", "2 records are set aside");
        });
        assertThat(run("dead-letters", "replay", "racewire-articles-9@9")).isEqualTo(2);
        assertClean();
    }

    private void assertClean() throws Exception {
        assertThat(new Auditor(clients, InstantSource.system()).cells().differences())
                .filteredOn(line -> !line.contains("2020-"))
                .isEmpty();
        Account account = new ArticleAudit(clients, "processor-it", InstantSource.system()).run();
        assertThat(account.unexplained()).isEmpty();
        assertThat(account.fates()).doesNotContainKey(Fate.UNEXPLAINED);
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--bootstrap-servers";
        all[arguments.length + 1] = broker.bootstrapServers();
        printed.getBuffer().setLength(0);
        PrintWriter writer = new PrintWriter(printed, true);
        return Main.program().printingTo(writer, writer).run(all);
    }

    private long articlesInAll() throws Exception {
        long[] articles = {0};
        Map<String, Count> counts = new HashMap<>();
        read(Topics.COUNTS, Count.class, counts);
        counts.forEach((key, count) -> articles[0] += key.startsWith("*|*|P1D|") ? count.getArticles() : 0);
        return articles[0];
    }

    private Map<String, ClassifiedArticle> classified() throws Exception {
        Map<String, ClassifiedArticle> articles = new HashMap<>();
        read(Topics.CLASSIFIED_ARTICLES, ClassifiedArticle.class, articles);
        return articles;
    }

    private <T extends SpecificRecord> void read(KafkaTopic topic, Class<T> type, Map<String, T> into)
            throws Exception {
        try (KafkaTopicReading reading = KafkaTopicReading.open(clients, topic)) {
            reading.toEnds(record -> into.put(record.key(), wire.decode(record.value(), type)));
        }
    }

    private void show(String id, String feed, String title) throws Exception {
        send(Topics.ARTICLES, id, article(id, feed, title));
    }

    private void send(KafkaTopic topic, String key, SpecificRecord record) throws Exception {
        producer.send(new ProducerRecord<>(topic.name(), key, wire.encode(record)))
                .get();
    }

    private Article article(String id, String feed, String title) {
        return Article.newBuilder()
                .setId(id)
                .setFeedUrl("https://" + feed + ".example/feed")
                .setOutlet(new Outlet(feed, "", "en", "GB", "general", "House of " + feed, StateMedia.NO))
                .setTitle(title)
                .setLanguage("en")
                .setFetched(now)
                .setPublished(now.minusSeconds(60))
                .setContentHash(Integer.toHexString(title.hashCode()))
                .build();
    }

    private static ClassifiedArticle oldArticle() {
        Instant then = Instant.parse("2020-01-01T00:00:00Z");
        return ClassifiedArticle.newBuilder()
                .setId("old")
                .setState(ArticleState.IN_SCOPE)
                .setRevision(1)
                .setStoryId("s")
                .setFeedUrl("https://o.example/feed")
                .setOutlet(new Outlet("o", "", "en", "GB", "general", "House of o", StateMedia.NO))
                .setTitle("China and the United States")
                .setLanguage("en")
                .setFirstSeen(then)
                .setFetched(then)
                .setEventTime(then)
                .setContentHash("h")
                .setScore(5)
                .setRivalry(false)
                .setTaxonomyVersion("t")
                .build();
    }
}
