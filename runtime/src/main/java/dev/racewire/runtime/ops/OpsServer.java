// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.runtime.ops;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.racewire.runtime.lifecycle.Readiness;
import dev.racewire.runtime.lifecycle.Service;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The port for operators: {@code /health/live}, {@code /health/ready}, {@code /health/startup}, {@code /metrics}. It
 * tells states and numbers, never contents.
 */
public final class OpsServer implements Service {

    private static final int THREADS = 2;
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final InetSocketAddress address;
    private final PrometheusMeterRegistry registry;
    private final Supplier<Map<String, Readiness>> readiness;
    private @Nullable HttpServer server;
    private @Nullable ExecutorService threads;

    public OpsServer(
            InetSocketAddress address, PrometheusMeterRegistry registry, Supplier<Map<String, Readiness>> readiness) {
        this.address = address;
        this.registry = registry;
        this.readiness = readiness;
    }

    @Override
    public String name() {
        return "ops";
    }

    @Override
    public void start() throws IOException {
        HttpServer http;
        try {
            http = HttpServer.create(address, 64);
        } catch (BindException e) {
            throw new IOException("port " + address.getPort() + " is in use: choose another with --ops.port", e);
        }
        threads = Executors.newFixedThreadPool(THREADS, task -> new Thread(task, "racewire-ops"));
        http.setExecutor(threads);
        http.createContext("/health/live", exchange -> answer(exchange, 200, "application/json", "{\"live\":true}"));
        http.createContext("/health/ready", this::ready);
        http.createContext("/health/startup", this::ready);
        http.createContext("/metrics", exchange -> answer(exchange, 200, TEXT, registry.scrape()));
        http.start();
        server = http;
    }

    /** The port that it listens on; differs from the one asked for when that was 0. */
    public int port() {
        return server == null ? address.getPort() : server.getAddress().getPort();
    }

    @Override
    public Readiness readiness() {
        return server == null ? Readiness.starting("not listening yet") : Readiness.ready();
    }

    private void ready(HttpExchange exchange) throws IOException {
        Map<String, Readiness> states = readiness.get();
        boolean ready = states.values().stream().allMatch(Readiness::isReady);
        answer(exchange, ready ? 200 : 503, "application/json", HealthReport.json(ready, states));
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
        }
        if (threads != null) {
            threads.shutdownNow();
        }
    }
}
