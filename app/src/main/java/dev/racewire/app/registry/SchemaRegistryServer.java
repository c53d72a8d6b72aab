// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.racewire.app.broker.Ports;
import dev.racewire.app.contract.AsyncApiDocument;
import dev.racewire.runtime.lifecycle.Readiness;
import dev.racewire.runtime.lifecycle.Service;
import dev.racewire.schemas.SchemaHistory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The schema registry on loopback. It knows the schemas of this build and takes no others. */
public final class SchemaRegistryServer implements Service {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaRegistryServer.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TYPE = "application/vnd.schemaregistry.v1+json";
    private static final int BODY_LIMIT = 1024 * 1024;
    private static final int THREADS = 2;

    private static final String USUAL_BROKER = "127.0.0.1:9092";

    private final int wantedPort;
    private final String topicPrefix;
    private final String broker;
    private final RegistryApi api;
    private String host = "127.0.0.1";
    private @Nullable HttpServer server;
    private @Nullable ExecutorService threads;

    /**
     * A registry of the bundled schemas.
     *
     * @param port port to listen on; when it is in use, the next free one; 0 for any
     * @param topicPrefix prefix of the Kafka topics, which is part of the subjects too
     */
    public SchemaRegistryServer(int port, String topicPrefix) {
        this(port, topicPrefix, USUAL_BROKER);
    }

    /** The same beside a broker, whose address it tells in {@code /asyncapi.yaml}. */
    public SchemaRegistryServer(int port, String topicPrefix, String broker) {
        this.wantedPort = port;
        this.topicPrefix = topicPrefix;
        this.broker = broker;
        this.api = new RegistryApi(new SchemaCatalogue(SchemaHistory.bundled(), topicPrefix));
    }

    /** Listens on that address instead of loopback; what it tells is public. */
    public SchemaRegistryServer listeningOn(String address) {
        host = address;
        return this;
    }

    @Override
    public String name() {
        return "registry";
    }

    @Override
    public void start() throws IOException {
        int port = Ports.freeFrom(wantedPort);
        if (wantedPort != 0 && port != wantedPort) {
            LOG.info("port {} is in use: the schema registry listens on {}", wantedPort, port);
        }
        HttpServer http = HttpServer.create(new InetSocketAddress(host, port), 64);
        threads = Executors.newFixedThreadPool(THREADS, task -> new Thread(task, "racewire-registry"));
        http.setExecutor(threads);
        http.createContext("/", this::handle);
        http.createContext("/asyncapi.yaml", this::describe);
        http.start();
        server = http;
    }

    /** Address for clients, once it has started. */
    public String url() {
        return "http://127.0.0.1:"
                + (server == null ? wantedPort : server.getAddress().getPort());
    }

    @Override
    public Readiness readiness() {
        return server == null ? Readiness.starting("not listening yet") : Readiness.ready();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(BODY_LIMIT + 1);
            Answer answer = body.length > BODY_LIMIT
                    ? Answer.invalidSchema("longer than " + BODY_LIMIT + " bytes")
                    : api.answer(
                            exchange.getRequestMethod(),
                            parts(exchange.getRequestURI().getRawPath()),
                            new String(body, StandardCharsets.UTF_8));
            byte[] json = JSON.writeValueAsBytes(answer.body());
            exchange.getResponseHeaders().set("Content-Type", TYPE);
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.sendResponseHeaders(answer.status(), json.length);
            exchange.getResponseBody().write(json);
        }
    }

    private void describe(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] yaml = AsyncApiDocument.yaml(topicPrefix, broker, url()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/yaml");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.sendResponseHeaders(200, yaml.length);
            exchange.getResponseBody().write(yaml);
        }
    }

    private static List<String> parts(String rawPath) {
        return Arrays.stream(rawPath.split("/"))
                .filter(part -> !part.isEmpty())
                .map(part -> URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
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
