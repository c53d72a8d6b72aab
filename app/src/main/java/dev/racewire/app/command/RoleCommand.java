// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.AppSettings;
import dev.racewire.app.cli.Cluster;
import dev.racewire.app.cli.ServiceCommand;
import dev.racewire.app.health.BrokerWatch;
import dev.racewire.app.health.CanaryWatch;
import dev.racewire.app.role.Operations;
import dev.racewire.runtime.config.Settings;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicCreator;
import dev.racewire.runtime.lifecycle.Lifecycle;
import dev.racewire.runtime.lifecycle.Service;
import dev.racewire.runtime.ops.OpsServer;
import dev.racewire.schemas.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigDef;

/** One role in a process of its own, on a cluster; any number of them share the work. */
abstract class RoleCommand extends ServiceCommand {

    /** Adds the settings of the role. */
    abstract ConfigDef define(ConfigDef definition);

    abstract Service service(Settings settings, KafkaClients clients, MeterRegistry meters) throws Exception;

    /** What to tell beside that it runs, once it does. */
    String whereabouts(Service service) {
        return "";
    }

    /** Whether it is of no use while no broker answers. */
    boolean stopsWithoutBroker() {
        return true;
    }

    @Override
    protected final ConfigDef offered() {
        return define(AppSettings.ops(KafkaClients.define(new ConfigDef())));
    }

    @Override
    protected final void start(Settings settings, Lifecycle lifecycle) throws Exception {
        KafkaClients clients = Cluster.reach(settings, this::say);
        try (Admin admin = clients.admin()) {
            new TopicCreator(admin, clients.topicPrefix()).ensure(Topics.all());
        }
        clients.publishSchemas();
        PrometheusMeterRegistry meters = Operations.meters();
        OpsServer ops = Operations.port(settings, meters, lifecycle);
        lifecycle.start(ops);
        lifecycle.start(new CanaryWatch(clients, meters));
        lifecycle.start(new BrokerWatch(clients, stopsWithoutBroker()));
        Service service = service(settings, clients, meters);
        lifecycle.start(service);
        say("racewire: " + service.name() + " runs on " + clients.bootstrapServers() + whereabouts(service)
                + "; health and metrics on port " + ops.port() + "; Ctrl-C stops it");
    }
}
