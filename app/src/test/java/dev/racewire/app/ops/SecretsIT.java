// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.racewire.app.articles.KafkaTopicReading;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.schemas.KafkaTopic;
import dev.racewire.schemas.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets given to a running system are found nowhere: not in its log, metrics, answers or Kafka topics. */
class SecretsIT {

    private static final String FEED_SECRET = "canary-feed-7f3a";
    private static final String PAGE_TOKEN = "canary-token-91c2";
    private static final String KAFKA_SECRET = "canary-kafka-55d0";
    private static final List<String> SECRETS = List.of(FEED_SECRET, PAGE_TOKEN, KAFKA_SECRET);
    private static final List<String> QUESTIONS =
            List.of("", "api/v1/feeds", "api/v1/status", "api/v1/articles", "api/v1/gaps", "api/openapi.yaml");

    @TempDir
    private Path folder;

    @Test
    void areFoundNowhere() throws Exception {
        Path secrets = Files.writeString(folder.resolve("secrets.properties"), "key = " + FEED_SECRET + "\n");
        try (RunningSystem system = RunningSystem.start(
                folder,
                "/news?key=${key}",
                "--ingest.secrets-file=" + secrets,
                "--dashboard.token=" + PAGE_TOKEN,
                "--producer.sasl.jaas.config=module required password=\"" + KAFKA_SECRET + "\";",
                "--log.format=json")) {
            KafkaClients clients = KafkaClients.of(system.broker());
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> contents(clients, Topics.COUNTS).length() > 0);
            assertThat(system.asked()).as("the feed was asked with its secret").contains("key=" + FEED_SECRET);
            for (KafkaTopic topic : Topics.all()) {
                clean(topic.name(), contents(clients, topic));
            }
            for (String question : QUESTIONS) {
                clean(question, ask(system.page() + question));
            }
            clean("metrics", ask("http://" + system.ops() + "/metrics"));
            clean("health", ask("http://" + system.ops() + "/health/ready"));
            clean("the log", system.log());
            logIsJson(system.log());
        }
    }

    private static void clean(String where, String text) {
        assertThat(text).as(where).isNotEmpty().doesNotContain(SECRETS);
    }

    private static String contents(KafkaClients clients, KafkaTopic topic) throws Exception {
        StringBuilder text = new StringBuilder(topic.name());
        if (topic.equals(Topics.COUNTS)) {
            text.setLength(0);
        }
        try (KafkaTopicReading reading = KafkaTopicReading.open(clients, topic)) {
            reading.toEnds(record -> {
                text.append(record.key());
                record.headers().forEach(header -> text.append(new String(header.value(), StandardCharsets.UTF_8)));
                if (record.value() != null) {
                    text.append(new String(record.value(), StandardCharsets.UTF_8));
                }
            });
        }
        return text.toString();
    }

    private static String ask(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + PAGE_TOKEN)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    /** Lines of the program to the person who started it are text; all that is logged is an object a line. */
    private static void logIsJson(String log) {
        ObjectMapper json = new ObjectMapper();
        List<String> logged = log.lines().filter(line -> line.startsWith("{")).toList();
        assertThat(logged)
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(json.readTree(line).get("level").asText()).isNotEmpty());
        assertThat(log.lines()).noneMatch(line -> line.matches("\\d\\d:\\d\\d:\\d\\d .*"));
    }
}
