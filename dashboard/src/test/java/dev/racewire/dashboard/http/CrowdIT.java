// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.racewire.dashboard.DashboardMetrics;
import dev.racewire.dashboard.News;
import dev.racewire.dashboard.TestServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

/** More clients than there is room for. */
class CrowdIT {

    private static final int ROOM = 60;
    private static final int CROWD = 1_000;

    private final HttpClient client = HttpClient.newHttpClient();

    /** Half of them say nothing, half begin a request that never ends, as slowhttptest does. */
    @Test
    void silentConnectionsKeepNobodyOut() throws Exception {
        List<Socket> crowd = new ArrayList<>();
        try (TestServer server = new TestServer(Map.of("dashboard.max-connections", String.valueOf(ROOM)));
                Socket stream = connect(server.address("/"))) {
            server.publish();
            send(stream, "GET /api/v1/stream HTTP/1.1\r\nHost: localhost\r\n\r\n");
            await().until(() -> server.streams() == 1);
            for (int i = 0; i < CROWD; i++) {
                Socket socket = connect(server.address("/"));
                crowd.add(socket);
                if (i % 2 == 0) {
                    send(socket, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
                }
                if (i % 100 == 0) {
                    assertThat(get(server.address("/")).statusCode()).isEqualTo(200);
                }
            }
            assertThat(get(server.address("/api/v1/matrix")).statusCode()).isEqualTo(200);
            await().until(() -> server.connections() <= ROOM);
            server.feeding()
                    .article(News.article("late", Instant.now(), "US", "chips").build());
            server.publish();
            assertThat(lineWith(stream, "Title of late")).isNotEmpty();
        } finally {
            for (Socket socket : crowd) {
                socket.close();
            }
        }
    }

    @Test
    void questionsBeyondItsMeansAreRefusedInGoodOrder() throws Exception {
        CountDownLatch answerable = new CountDownLatch(1);
        Server server = new Server(0);
        server.setErrorHandler(new Errors());
        Handler slow = new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                answerable.await();
                response.setStatus(200);
                callback.succeeded();
                return true;
            }
        };
        server.setHandler(
                new Turns(slow, 1, 1, Duration.ofMillis(200), new DashboardMetrics(new SimpleMeterRegistry())));
        server.start();
        try {
            int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
            URI address = URI.create("http://127.0.0.1:" + port + "/api/v1/matrix");
            List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                answers.add(client.sendAsync(
                        HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString()));
            }
            await().until(() ->
                    answers.stream().filter(CompletableFuture::isDone).count() == 3);
            answerable.countDown();
            List<HttpResponse<String>> all =
                    answers.stream().map(CompletableFuture::join).toList();
            assertThat(all).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 503, 503, 503);
            HttpResponse<String> refused =
                    all.stream().filter(a -> a.statusCode() == 503).findAny().orElseThrow();
            assertThat(refused.body()).contains("/problems/busy").doesNotContain("at org.");
            assertThat(refused.headers().firstValue("retry-after")).isPresent();
            assertThat(refused.headers().firstValue("content-type")).contains("application/problem+json");
        } finally {
            answerable.countDown();
            server.stop();
        }
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static Socket connect(URI address) throws IOException {
        return new Socket(address.getHost(), address.getPort());
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String lineWith(Socket socket, String wanted) throws IOException {
        socket.setSoTimeout(10_000);
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.contains(wanted)) {
                return line;
            }
        }
        return "";
    }
}
