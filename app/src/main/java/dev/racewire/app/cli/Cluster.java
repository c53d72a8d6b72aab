// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.cli;

import dev.racewire.app.instance.Instance;
import dev.racewire.app.instance.InstanceDirectory;
import dev.racewire.runtime.config.Settings;
import dev.racewire.runtime.kafka.KafkaClients;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;

/** The way to a broker: the one that was named, else the instance that runs on this machine. */
public final class Cluster {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final String SILENCE =
            ": is it running, is the address right, and does it want TLS (kafka.security.protocol)?";

    private Cluster() {}

    /**
     * Clients of a broker that has answered.
     *
     * @param say where to tell which instance was found
     * @throws CommandFailure when there is none
     */
    public static KafkaClients reach(Settings settings, Consumer<String> say) throws InterruptedException {
        KafkaClients clients = settings.optionalText(KafkaClients.BOOTSTRAP_SERVERS)
                .map(named -> KafkaClients.of(named, settings))
                .orElseGet(() -> running(settings, say));
        checkAnswers(clients);
        return clients;
    }

    private static KafkaClients running(Settings settings, Consumer<String> say) {
        Instance instance = found();
        say.accept("racewire: using 'racewire " + instance.command() + "' of this machine, broker "
                + instance.bootstrapServers());
        return like(instance, settings);
    }

    /** Clients with the prefix and the schema registry of an instance, where the settings name no others. */
    private static KafkaClients like(Instance instance, Settings settings) {
        KafkaClients named = KafkaClients.of(instance.bootstrapServers(), settings);
        KafkaClients clients = named.topicPrefix().isEmpty() ? named.withTopicPrefix(instance.topicPrefix()) : named;
        if (clients.schemaIds().isPresent() || instance.registry().isEmpty()) {
            return clients;
        }
        return clients.withSchemaRegistry(
                URI.create(instance.registry().get()), settings.secret(KafkaClients.SCHEMA_REGISTRY_USER));
    }

    private static Instance found() {
        Optional<Instance> instance = InstanceDirectory.ofUser().latest();
        return instance.orElseThrow(() -> CommandFailure.noBroker("no Racewire runs on this machine: start"
                + " 'racewire up' or 'racewire demo', or name brokers with --bootstrap-servers HOST:PORT"));
    }

    private static void checkAnswers(KafkaClients clients) throws InterruptedException {
        String where = "no broker answers at " + clients.bootstrapServers();
        try (Admin admin = admin(clients, where)) {
            DescribeClusterOptions options = new DescribeClusterOptions().timeoutMs((int) PATIENCE.toMillis());
            admin.describeCluster(options).nodes().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw CommandFailure.noBroker(where + SILENCE);
        } catch (ExecutionException e) {
            throw CommandFailure.noBroker(where + reason(e));
        }
    }

    /** Making a client asks no broker: what goes wrong is in its settings, or in the files that they name. */
    private static Admin admin(KafkaClients clients, String where) {
        try {
            return clients.admin();
        } catch (KafkaException e) {
            String message = innermost(e);
            throw message.contains("bootstrap.servers")
                    ? CommandFailure.noBroker(where + ": " + message)
                    : CommandFailure.badUsage("Kafka's settings (kafka.*) can't be used: " + message);
        }
    }

    private static String reason(Throwable e) {
        return root(e) instanceof org.apache.kafka.common.errors.TimeoutException ? SILENCE : ": " + innermost(e);
    }

    /** The innermost message: Kafka's outer ones only say that something failed. */
    private static String innermost(Throwable e) {
        Throwable root = root(e);
        if (root instanceof NoSuchFileException) {
            return "there is no file " + root.getMessage();
        }
        return root instanceof FileSystemException
                ? "can't read " + root.getMessage()
                : String.valueOf(root.getMessage());
    }

    private static Throwable root(Throwable e) {
        Throwable inner = e;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner;
    }
}
