// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.app.Main;
import dev.racewire.app.articles.KafkaTopicReading;
import dev.racewire.app.audit.Auditor;
import dev.racewire.app.broker.BrokerConfig;
import dev.racewire.app.broker.EmbeddedBroker;
import dev.racewire.processor.classify.Classifier;
import dev.racewire.processor.classify.Taxonomy;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicCreator;
import dev.racewire.schemas.ArticleState;
import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.schemas.Count;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An analyst changes the rules of a running system: shown before, exact after, under load and through a kill. */
class PromotionIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());
    private final long seed = Long.getLong("seed", System.nanoTime());
    private final StringWriter printed = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void judgesAllThatIsRetainedByThePromotedRulesWithoutGapOrDoubleCount() throws Exception {
        try (EmbeddedBroker broker = new EmbeddedBroker(BrokerConfig.in(folder.resolve("broker")))) {
            broker.start();
            KafkaClients clients = KafkaClients.of(broker.bootstrapServers());
            try (Admin admin = clients.admin()) {
                new TopicCreator(admin, "").ensure(Topics.all());
            }
            try (Newswire newswire = new Newswire(clients, seed)) {
                changeRules(clients, newswire);
            }
        }
    }

    private void changeRules(KafkaClients clients, Newswire newswire) throws Exception {
        Taxonomy changed = Taxonomy.load(changedRules());
        newswire.show(600);
        try (ProcessorProcess process = ProcessorProcess.start(clients, folder.resolve("state"))) {
            awaitCells(clients, newswire.cells());
            assertThat(run(clients, "publish", folder.resolve("rules").toString()))
                    .isZero();
            assertThat(printed.toString()).contains("is published, in scope F1");
            assertCompared(clients, changed, newswire);
            CompletableFuture<Void> load = CompletableFuture.runAsync(() -> show(newswire, 600));
            assertThat(run(clients, "promote", changed.version(), "--wait", "1ms"))
                    .isBetween(0, 1);
            load.join();
            process.kill();
        }
        newswire.show(200);
        try (ProcessorProcess process = ProcessorProcess.start(clients, folder.resolve("state"))) {
            awaitCells(clients, newswire.cells(new Classifier(changed)));
            assertThat(process).isNotNull();
        }
        assertThat(cells(clients)).as("seed " + seed).isEqualTo(newswire.cells(new Classifier(changed)));
        assertThat(new Auditor(clients, InstantSource.system()).cells().differences())
                .isEmpty();
        assertThat(versionsOfCountedArticles(clients)).containsExactly(changed.version());
        assertThat(deadLetters(clients)).isEqualTo(newswire.poison().size());
    }

    /** One more topic, and Indonesian without its words for AI. */
    private Path changedRules() throws IOException {
        Path rules = folder.resolve("rules");
        for (Map.Entry<String, String> file : Taxonomy.bundled().files().entrySet()) {
            Path path = rules.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            String text = file.getKey().equals("gate.yml")
                    ? file.getValue().replace("kecerdasan", "kebodohan")
                    : file.getValue();
            Files.writeString(path, text);
        }
        Files.writeString(
                rules.resolve("topics/pacts.yml"),
                "id: pacts\norder: 99\ntitle: {en: Pacts}\nterms: {any: [+pact*, +export control*]}\n");
        return rules;
    }

    /** What compare says will become of each day's cells is what the ledger says by the two taxonomies. */
    private void assertCompared(KafkaClients clients, Taxonomy changed, Newswire newswire) {
        assertThat(run(clients, "compare", changed.version().substring(0, 12), "--days", "--format", "csv"))
                .isZero();
        Map<String, Integer> expected = new TreeMap<>();
        articlesByDay(newswire.cells(new Classifier(changed))).forEach(expected::put);
        articlesByDay(newswire.cells()).forEach((cell, articles) -> expected.merge(cell, -articles, Integer::sum));
        expected.values().removeIf(difference -> difference == 0);
        Map<String, Integer> compared = new TreeMap<>();
        printed.toString()
                .lines()
                .filter(line -> line.matches("(\\*|[A-Z]{2}),.*"))
                .forEach(line -> {
                    String[] columns = line.split(",", -1);
                    int difference = Integer.parseInt(columns[4]) - Integer.parseInt(columns[3]);
                    compared.put(columns[0] + "|" + columns[1] + "|" + columns[2], difference);
                });
        compared.values().removeIf(difference -> difference == 0);
        assertThat(compared).as("seed " + seed).isNotEmpty().isEqualTo(expected);
    }

    private static Map<String, Integer> articlesByDay(Map<String, String> cells) {
        Map<String, Integer> days = new HashMap<>();
        cells.forEach((cell, numbers) -> {
            String[] parts = cell.split("\\|", -1);
            if (parts[2].equals("P1D")) {
                days.put(
                        parts[0] + "|" + parts[1] + "|" + parts[3].substring(0, 10),
                        Integer.parseInt(numbers.split(" ", -1)[0]));
            }
        });
        return days;
    }

    private static void show(Newswire newswire, int sightings) {
        try {
            newswire.show(sightings);
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    private int run(KafkaClients clients, String command, String... more) {
        printed.getBuffer().setLength(0);
        PrintWriter out = new PrintWriter(printed, true);
        List<String> arguments = new ArrayList<>(List.of("taxonomy", command));
        arguments.addAll(List.of(more));
        arguments.addAll(List.of("--bootstrap-servers", clients.bootstrapServers()));
        if (command.equals("promote")) {
            arguments.addAll(List.of("--processor.application-id", "processor-it"));
        }
        return Main.program().printingTo(out, out).run(arguments.toArray(String[]::new));
    }

    private void awaitCells(KafkaClients clients, Map<String, String> expected) {
        Awaitility.await("seed " + seed)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(cells(clients)).isEqualTo(expected));
    }

    private Map<String, String> cells(KafkaClients clients) throws Exception {
        Map<String, String> cells = new TreeMap<>();
        try (KafkaTopicReading reading = KafkaTopicReading.open(clients, Topics.COUNTS)) {
            reading.toEnds(record -> {
                Count count = wire.decode(record.value(), Count.class);
                cells.put(
                        record.key(),
                        count.getArticles() + " " + count.getPublishers() + " " + count.getRivalries() + " "
                                + count.getStateMediaArticles());
            });
        }
        cells.values().removeIf("0 0 0 0"::equals);
        return cells;
    }

    private Set<String> versionsOfCountedArticles(KafkaClients clients) throws Exception {
        Map<String, ClassifiedArticle> last = new HashMap<>();
        try (KafkaTopicReading reading = KafkaTopicReading.open(clients, Topics.CLASSIFIED_ARTICLES)) {
            reading.toEnds(record -> last.put(record.key(), wire.decode(record.value(), ClassifiedArticle.class)));
        }
        Set<String> versions = new HashSet<>();
        last.values().stream()
                .filter(article -> article.getState() == ArticleState.IN_SCOPE && article.getCounted())
                .forEach(article -> versions.add(article.getTaxonomyVersion()));
        return versions;
    }

    private static long deadLetters(KafkaClients clients) throws Exception {
        AtomicLong letters = new AtomicLong();
        try (KafkaTopicReading reading = KafkaTopicReading.open(clients, Topics.DEAD_LETTERS)) {
            reading.toEnds(record -> letters.incrementAndGet());
        }
        return letters.get();
    }
}
