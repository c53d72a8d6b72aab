// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.AppSettings;
import dev.racewire.app.cli.ServiceCommand;
import dev.racewire.app.registry.SchemaRegistryServer;
import dev.racewire.runtime.config.Settings;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.lifecycle.Lifecycle;
import org.apache.kafka.common.config.ConfigDef;
import picocli.CommandLine.Command;

/** {@code racewire registry}: the schema registry alone. It needs no broker. */
@Command(name = "registry", description = "Run the schema registry alone, for readers in other languages.")
public final class RegistryCommand extends ServiceCommand {

    @Override
    protected ConfigDef offered() {
        return AppSettings.registry(AppSettings.prefix(new ConfigDef()));
    }

    @Override
    protected void start(Settings settings, Lifecycle lifecycle) throws Exception {
        SchemaRegistryServer registry = new SchemaRegistryServer(
                        settings.integer(AppSettings.REGISTRY_PORT), settings.text(KafkaClients.TOPIC_PREFIX))
                .listeningOn(settings.text(AppSettings.REGISTRY_HOST));
        lifecycle.start(registry);
        say("racewire: the schema registry answers at " + registry.url() + "; Ctrl-C stops it");
    }
}
