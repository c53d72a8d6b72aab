// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.role;

import dev.racewire.app.AppSettings;
import dev.racewire.app.accuracy.JudgingHalf;
import dev.racewire.app.broker.BrokerConfig;
import dev.racewire.app.broker.EmbeddedBroker;
import dev.racewire.app.health.CanaryWatch;
import dev.racewire.app.instance.DataDirectory;
import dev.racewire.app.instance.Instance;
import dev.racewire.app.instance.InstanceDirectory;
import dev.racewire.app.instance.InstanceFile;
import dev.racewire.app.registry.SchemaRegistryServer;
import dev.racewire.dashboard.DashboardConfig;
import dev.racewire.dashboard.DashboardService;
import dev.racewire.ingest.IngestConfig;
import dev.racewire.ingest.IngestService;
import dev.racewire.processor.ProcessorConfig;
import dev.racewire.processor.ProcessorService;
import dev.racewire.processor.taxonomy.BundledRules;
import dev.racewire.runtime.config.Settings;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicCreator;
import dev.racewire.runtime.lifecycle.Lifecycle;
import dev.racewire.runtime.ops.OpsServer;
import dev.racewire.schemas.Topics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;

/**
 * Everything in one JVM: broker, registry, ingest, processor, dashboard. Between {@link #startBroker} and {@link
 * #startRoles} the caller can put in place what they find, such as the list of feeds.
 */
public final class Installation {

    private final String command;
    private final Settings settings;
    private final DataDirectory data;
    private final EmbeddedBroker broker;
    private final Lifecycle lifecycle;
    private final PrometheusMeterRegistry meters = Operations.meters();
    private final BundledRules rules = BundledRules.load();

    /**
     * An installation that is not started; its settings have been checked.
     *
     * @param command name of the command that runs it, for other commands that find it
     * @param data its directory, to be started before it
     */
    public Installation(String command, Settings settings, DataDirectory data, Lifecycle lifecycle) {
        this.command = command;
        this.settings = settings;
        this.data = data;
        this.broker = new EmbeddedBroker(BrokerConfig.of(data.broker(), settings));
        this.lifecycle = lifecycle;
    }

    /** Starts broker and registry, and creates the Kafka topics; returns clients of that broker. */
    public KafkaClients startBroker() throws Exception {
        lifecycle.start(broker);
        KafkaClients clients = KafkaClients.of(broker.bootstrapServers(), settings);
        try (Admin admin = clients.admin()) {
            new TopicCreator(admin, clients.topicPrefix()).ensure(Topics.all());
        }
        clients.publishSchemas();
        return clients;
    }

    /** Starts the roles, in the order in which data goes through them, and makes the installation known. */
    public Addresses startRoles(KafkaClients clients) throws Exception {
        String registry = registry(clients);
        OpsServer ops = Operations.port(settings, meters, lifecycle);
        lifecycle.start(ops);
        lifecycle.start(new CanaryWatch(clients, meters));
        lifecycle.start(new IngestService(IngestConfig.of(settings), clients, meters));
        lifecycle.start(
                new ProcessorService(ProcessorConfig.of(settings), clients, meters, rules, JudgingHalf::measure));
        DashboardService dashboard = new DashboardService(DashboardConfig.of(settings), clients, meters);
        lifecycle.start(dashboard);
        Addresses addresses = new Addresses(
                dashboard.address(),
                clients.bootstrapServers(),
                registry,
                "http://" + settings.text(AppSettings.OPS_HOST) + ":" + ops.port() + "/health/ready");
        lifecycle.start(new InstanceFile(InstanceDirectory.ofUser(), instance(clients, addresses)));
        return addresses;
    }

    /** Address of the schema registry: the one that is named, else our own, which starts now. */
    private String registry(KafkaClients clients) throws Exception {
        Optional<String> named = settings.optionalText(KafkaClients.SCHEMA_REGISTRY_URL);
        if (named.isPresent()) {
            return named.get();
        }
        SchemaRegistryServer own = new SchemaRegistryServer(
                settings.integer(AppSettings.REGISTRY_PORT), clients.topicPrefix(), clients.bootstrapServers());
        lifecycle.start(own);
        return own.url();
    }

    private Instance instance(KafkaClients clients, Addresses addresses) {
        return Instance.ofThisProcess(
                command,
                clients.bootstrapServers(),
                clients.topicPrefix(),
                settings.optionalText(KafkaClients.SCHEMA_REGISTRY_URL),
                Optional.of(addresses.page()),
                data.path().toString());
    }
}
