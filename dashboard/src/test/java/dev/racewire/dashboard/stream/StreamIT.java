// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.racewire.dashboard.News;
import dev.racewire.dashboard.TestServer;
import dev.racewire.schemas.ArticleState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Client> clients = new ArrayList<>();
    private TestServer server;

    /** One event as it came. */
    private record Received(String id, String name, String article) {}

    @BeforeEach
    void start() throws Exception {
        server = new TestServer(Map.of("dashboard.max-streams", "20"));
        server.publish();
    }

    @AfterEach
    void stop() {
        clients.forEach(Client::close);
        server.close();
    }

    @Test
    void tellsWhatIsNewAndWhatIsGone() throws Exception {
        Client client = open("", "");
        publish("a", "US", "chips", 1, ArticleState.IN_SCOPE);
        publish("a", "US", "chips", 2, ArticleState.RETRACTED);
        await().untilAsserted(() -> assertThat(client.told()).containsExactly("article a", "gone a"));
    }

    @Test
    void tellsAFilteredClientWhatLeavesItsFilter() throws Exception {
        publish("first", "US", "chips", 1, ArticleState.IN_SCOPE);
        Client client = open("?country=US", "");
        publish("b", "CN", "chips", 1, ArticleState.IN_SCOPE);
        publish("a", "US", "chips", 1, ArticleState.IN_SCOPE);
        publish("a", "CN", "chips", 2, ArticleState.IN_SCOPE);
        await().untilAsserted(() -> assertThat(client.told()).containsExactly("article a", "gone a"));
    }

    @Test
    void nothingIsMissingAndNothingTwiceAfterCuts() throws Exception {
        List<String> told = new ArrayList<>();
        String last = "";
        for (int round = 0; round < 5; round++) {
            Client client = open("", last);
            int expected = (round + 1) * 10;
            for (int i = 0; i < 5; i++) {
                publish("r" + round + "i" + i, "US", "chips", 1, ArticleState.IN_SCOPE);
            }
            int before = told.size();
            await().until(() -> before + client.told().size() >= expected - 5);
            told.addAll(client.told());
            last = client.lastId();
            client.close();
            for (int i = 5; i < 10; i++) {
                publish("r" + round + "i" + i, "US", "chips", 1, ArticleState.IN_SCOPE);
            }
        }
        Client client = open("", last);
        await().until(() -> told.size() + client.told().size() >= 50);
        told.addAll(client.told());
        assertThat(told).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void anEventIdHoldsAtAnotherInstance() throws Exception {
        Client client = open("", "");
        publish("a", "US", "chips", 1, ArticleState.IN_SCOPE);
        await().until(() -> client.told().size() == 1);
        String id = client.lastId();
        server.close();
        server = new TestServer(Map.of());
        publish("a", "US", "chips", 1, ArticleState.IN_SCOPE);
        publish("b", "US", "chips", 1, ArticleState.IN_SCOPE);
        Client other = open("", id);
        await().untilAsserted(() -> assertThat(other.told()).containsExactly("article b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "other.0.0.0.0.0.0.0.0", "topic.1"})
    void refusesAnIdOfAnotherStream(String id) throws Exception {
        publish("a", "US", "chips", 1, ArticleState.IN_SCOPE);
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.address("/api/v1/stream"))
                                .header("Last-Event-ID", id)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/problems/bad-cursor");
    }

    @Test
    void aClientThatNeverReadsDelaysNobodyAndIsClosed() throws Exception {
        try (Socket stalled =
                new Socket(InetAddress.getLoopbackAddress(), server.address("/").getPort())) {
            stalled.setReceiveBufferSize(1024);
            stalled.getOutputStream()
                    .write("GET /api/v1/stream HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            Client reader = open("", "");
            await().until(() -> server.streams() == 2);
            String long1 = "x".repeat(20_000);
            for (int i = 0; i < 600; i++) {
                server.feeding()
                        .article(News.article("a" + i, Instant.now(), "US", "chips")
                                .setSummary(long1)
                                .build());
                server.publish();
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> server.streams() <= 1);
            await().atMost(Duration.ofSeconds(20)).until(() -> reader.told().size() == 600 || reader.ended());
            assertThat(reader.told()).doesNotHaveDuplicates().isNotEmpty();
        }
    }

    @Test
    void refusesMoreClientsThanThereIsPlaceFor() throws Exception {
        for (int i = 0; i < 20; i++) {
            open("", "");
        }
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.address("/api/v1/stream")).build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(429);
    }

    private void publish(String id, String country, String topic, int revision, ArticleState state) {
        server.feeding()
                .article(News.article(id, Instant.now(), country, topic)
                        .setRevision(revision)
                        .setState(state)
                        .build());
        server.publish();
    }

    private Client open(String query, String lastId) throws Exception {
        Client client = new Client(query, lastId);
        clients.add(client);
        await().until(() -> !client.lastId().isEmpty());
        return client;
    }

    /** A client that reads as fast as it can. */
    private final class Client implements AutoCloseable {
        private final Queue<Received> events = new ConcurrentLinkedQueue<>();
        private final InputStream body;
        private final Thread thread;
        private volatile String lastId = "";

        Client(String query, String lastEventId) throws IOException, InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(server.address("/api/v1/stream" + query));
            if (!lastEventId.isEmpty()) {
                request.header("Last-Event-ID", lastEventId);
            }
            HttpResponse<InputStream> response =
                    HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            body = response.body();
            thread = new Thread(this::read, "stream-client");
            thread.setDaemon(true);
            thread.start();
        }

        private void read() {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                String id = "";
                String name = "";
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("id: ")) {
                        id = line.substring(4);
                    } else if (line.startsWith("event: ")) {
                        name = line.substring(7);
                    } else if (line.startsWith("data: ")) {
                        String article =
                                JSON.readTree(line.substring(6)).path("id").asText();
                        events.add(new Received(id, name, article));
                        lastId = id;
                    }
                }
            } catch (IOException | UncheckedIOException e) {
                // The other side, or close(), ended it.
            }
        }

        List<String> told() {
            return events.stream()
                    .filter(event -> !event.name().equals("hello"))
                    .map(event -> event.name() + " " + event.article())
                    .toList();
        }

        String lastId() {
            return lastId;
        }

        boolean ended() {
            return !thread.isAlive();
        }

        @Override
        public void close() {
            try {
                body.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
