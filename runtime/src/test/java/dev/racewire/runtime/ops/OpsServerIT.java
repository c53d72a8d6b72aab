// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.runtime.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.racewire.runtime.lifecycle.Readiness;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpsServerIT {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<String, Readiness> states = new LinkedHashMap<>();
    private final OpsServer server =
            new OpsServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), registry, () -> states);

    @BeforeEach
    void start() throws Exception {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void isReadyWhenEveryServiceIs() throws Exception {
        states.put("broker", Readiness.ready());

        HttpResponse<String> answer = get("/health/ready");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"ready\":true");
    }

    @Test
    void saysWhoIsNotReadyAndWhy() throws Exception {
        states.put("broker", Readiness.ready());
        states.put("processor", Readiness.starting("restoring \"counts\" 40 %"));

        HttpResponse<String> answer = get("/health/ready");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("restoring \\\"counts\\\" 40 %");
    }

    @Test
    void livesWhateverTheServicesDo() throws Exception {
        states.put("processor", Readiness.failed("gone"));

        assertThat(get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void showsMetersInPrometheusForm() throws Exception {
        registry.counter("racewire.ingest.polls", "outcome", "read").increment();

        assertThat(get("/metrics").body()).contains("racewire_ingest_polls_total{outcome=\"read\"} 1.0");
    }

    @Test
    void tellsOfItsThreadsAndConnectionsUntilItIsClosed() throws Exception {
        assertThat(get("/metrics").body())
                .containsPattern("(?m)^jetty_threads_busy\\S*\\{server=\"ops\"} [1-9]")
                .containsPattern("(?m)^jetty_connections_current\\S*\\{server=\"ops\"} [1-9]")
                .doesNotContain("jetty_connections_bytes");

        server.close();

        assertThat(registry.scrape()).doesNotContain("jetty_");
    }

    @Test
    void namesThePortThatIsInUse() {
        OpsServer second = new OpsServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()), registry, () -> states);

        assertThatThrownBy(second::start).hasMessageContaining("port " + server.port() + " is in use");
        second.close();
    }

    /** As slowhttptest does it: requests that begin and never end. */
    @Test
    void livesWhateverThousandsOfSilentConnectionsDo() throws Exception {
        List<Socket> crowd = new ArrayList<>();
        try {
            for (int i = 0; i < 1_000; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                crowd.add(socket);
                socket.getOutputStream()
                        .write("GET /health/live HTTP/1.1\r\nHost: localhost\r\nX-Slow: "
                                .getBytes(StandardCharsets.US_ASCII));
                if (i % 100 == 99) {
                    assertThat(get("/health/live").statusCode()).isEqualTo(200);
                }
            }
            await().untilAsserted(() -> assertThat(open()).isBetween(200.0, 256.0));
        } finally {
            for (Socket socket : crowd) {
                socket.close();
            }
        }
        // What is left are the askers' own; none of the hundreds that were closed for want of room.
        await().untilAsserted(() -> assertThat(open()).isLessThan(50));
    }

    @Test
    void takesNothingButQuestions() throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + "/metrics");
        HttpRequest delete = HttpRequest.newBuilder(uri).DELETE().build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(delete, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(get("/elsewhere").statusCode()).isEqualTo(404);
    }

    private double open() {
        return registry.get("jetty.connections.current").gauge().value();
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
