// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.broker;

import dev.racewire.runtime.config.ConfigurationException;
import dev.racewire.runtime.lifecycle.Readiness;
import dev.racewire.runtime.lifecycle.Service;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka broker and controller in this JVM, out of Kafka's production jars. Its data stays in its directory, through
 * restarts and kills. With one replica, a power failure can cost the last seconds.
 *
 * <p>These are internal classes of Kafka: this class alone touches them, and the version is pinned (ADR 10).
 */
public final class EmbeddedBroker implements Service {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final String FORMATTED = "meta.properties";

    private final BrokerConfig config;
    private int port;
    private @Nullable KafkaRaftServer server;

    public EmbeddedBroker(BrokerConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return "broker";
    }

    /** Returns when the broker takes records; a directory without data is formatted first. */
    @Override
    public void start() throws Exception {
        port = Ports.freeFrom(config.port());
        if (config.port() != 0 && port != config.port()) {
            LOG.info("port {} is in use: the broker listens on {}", config.port(), port);
        }
        KafkaConfig checked = checked(BrokerProperties.of(config, port, Ports.freeFrom(0)));
        format();
        KafkaRaftServer starting = new KafkaRaftServer(checked, Time.SYSTEM);
        server = starting;
        starting.startup();
    }

    private static KafkaConfig checked(Map<String, String> properties) {
        try {
            return new KafkaConfig(properties, false);
        } catch (IllegalArgumentException | ConfigException e) {
            throw new ConfigurationException(List.of("the broker's settings (broker.*) do not fit: " + e.getMessage()));
        }
    }

    /** Host and port for clients, once it has started. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public Readiness readiness() {
        return server == null ? Readiness.starting("not started") : Readiness.ready();
    }

    private void format() throws Exception {
        Path directory = config.directory();
        if (Files.exists(directory.resolve(FORMATTED))) {
            return;
        }
        createDirectory(directory);
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(nowhere)
                    .setNodeId(BrokerProperties.NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .addDirectory(directory.toString())
                    .setMetadataLogDirectory(directory.toString())
                    .setControllerListenerName(BrokerProperties.CONTROLLER)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setIgnoreFormatted(true)
                    .run();
        }
    }

    private static void createDirectory(Path directory) throws IOException {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new IOException("cannot create the broker's directory " + directory + ": " + e, e);
        }
    }

    @Override
    public void close() {
        KafkaRaftServer stopping = server;
        server = null;
        if (stopping != null) {
            stopping.shutdown();
            stopping.awaitShutdown();
        }
    }
}
