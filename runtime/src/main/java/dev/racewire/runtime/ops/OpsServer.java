// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.runtime.ops;

import dev.racewire.runtime.http.Connections;
import dev.racewire.runtime.http.ServerMeters;
import dev.racewire.runtime.lifecycle.Readiness;
import dev.racewire.runtime.lifecycle.Service;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * The port for operators: {@code /health/live}, {@code /health/ready}, {@code /health/startup}, {@code /metrics}. It
 * tells states and numbers, never contents, and goes on answering while thousands of connections stay silent.
 */
public final class OpsServer implements Service {

    private static final int THREADS = 8;
    private static final int CONNECTIONS = 256;
    private static final int IDLE_MILLIS = 30_000;
    private static final int HEADER_BYTES = 4_096;
    private static final String JSON = "application/json";
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final InetSocketAddress address;
    private final PrometheusMeterRegistry registry;
    private final Supplier<Map<String, Readiness>> readiness;
    private @Nullable Server server;
    private @Nullable ServerConnector connector;
    private @Nullable ServerMeters meters;

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
    public void start() throws Exception {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
        threads.setName("racewire-ops");
        Server http = new Server(threads);
        ServerConnector listening = new ServerConnector(http, 1, 1, new HttpConnectionFactory(protocol()));
        listening.setHost(address.getHostString());
        listening.setPort(address.getPort());
        listening.setIdleTimeout(IDLE_MILLIS);
        http.addConnector(listening);
        http.setHandler(new Answers());
        try {
            listening.open();
        } catch (IOException e) {
            if (e instanceof BindException || e.getCause() instanceof BindException) {
                throw new IOException("port " + address.getPort() + " is in use: choose another with --ops.port", e);
            }
            throw e;
        }
        meters = new ServerMeters(name(), listening, registry);
        listening.addBean(new Connections(CONNECTIONS, CONNECTIONS, () -> {}));
        http.start();
        server = http;
        connector = listening;
    }

    private static HttpConfiguration protocol() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        return http;
    }

    /** The port that it listens on; differs from the one asked for when that was 0. */
    public int port() {
        return connector == null ? address.getPort() : connector.getLocalPort();
    }

    @Override
    public Readiness readiness() {
        return server == null ? Readiness.starting("not listening yet") : Readiness.ready();
    }

    /** What is asked for by path. */
    private final class Answers extends Handler.Abstract {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            String path = Request.getPathInContext(request);
            if (!request.getMethod().equals("GET")) {
                response.setStatus(HttpStatus.METHOD_NOT_ALLOWED_405);
                response.getHeaders().put(HttpHeader.ALLOW, "GET");
                callback.succeeded();
                return true;
            }
            switch (path) {
                case "/health/live" -> answer(response, callback, HttpStatus.OK_200, JSON, "{\"live\":true}");
                case "/health/ready", "/health/startup" -> ready(response, callback);
                case "/metrics" -> answer(response, callback, HttpStatus.OK_200, TEXT, registry.scrape());
                default -> {
                    return false;
                }
            }
            return true;
        }

        private void ready(Response response, Callback callback) {
            Map<String, Readiness> states = readiness.get();
            boolean ready = states.values().stream().allMatch(Readiness::isReady);
            int status = ready ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503;
            answer(response, callback, status, JSON, HealthReport.json(ready, states));
        }

        private static void answer(Response response, Callback callback, int status, String type, String body) {
            response.setStatus(status);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
            response.getHeaders().put("X-Content-Type-Options", "nosniff");
            response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)), callback);
        }
    }

    @Override
    public void close() {
        if (server != null) {
            try {
                server.stop();
            } catch (Exception e) {
                throw new IllegalStateException("the port for operators does not close: " + e, e);
            }
        }
        if (meters != null) {
            meters.close();
        }
    }
}
