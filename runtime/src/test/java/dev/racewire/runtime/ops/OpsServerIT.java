// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.runtime.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.racewire.runtime.lifecycle.Readiness;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
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
    void start() throws IOException {
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
    void namesThePortThatIsInUse() {
        OpsServer second = new OpsServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()), registry, () -> states);

        assertThatThrownBy(second::start).hasMessageContaining("port " + server.port() + " is in use");
        second.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
