// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.AppSettings;
import dev.racewire.app.broker.BrokerConfig;
import dev.racewire.app.broker.EmbeddedBroker;
import dev.racewire.app.cli.ServiceCommand;
import dev.racewire.app.instance.DataDirectory;
import dev.racewire.app.instance.DataDirectory.Use;
import dev.racewire.app.instance.Instance;
import dev.racewire.app.instance.InstanceDirectory;
import dev.racewire.app.instance.InstanceFile;
import dev.racewire.runtime.config.Settings;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.lifecycle.Lifecycle;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import picocli.CommandLine.Command;

/** {@code racewire broker}: a Kafka broker alone, for the roles that run in processes of their own. */
@Command(name = "broker", description = "Run the Kafka broker alone, for trying out roles on one machine.")
public final class BrokerCommand extends ServiceCommand {

    @Override
    protected ConfigDef offered() {
        return AppSettings.embedded(AppSettings.prefix(new ConfigDef()));
    }

    @Override
    protected void start(Settings settings, Lifecycle lifecycle) throws Exception {
        DataDirectory data = new DataDirectory(settings.path(AppSettings.DATA_DIR), Use.LIVE);
        EmbeddedBroker broker = new EmbeddedBroker(BrokerConfig.of(data.broker(), settings));
        lifecycle.start(data);
        lifecycle.start(broker);
        lifecycle.start(new InstanceFile(InstanceDirectory.ofUser(), instance(broker, settings, data)));
        say("racewire: the broker takes records at " + broker.bootstrapServers() + " (data in " + data.path()
                + "); Ctrl-C stops it");
    }

    private static Instance instance(EmbeddedBroker broker, Settings settings, DataDirectory data) {
        return Instance.ofThisProcess(
                "broker",
                broker.bootstrapServers(),
                settings.text(KafkaClients.TOPIC_PREFIX),
                settings.optionalText(KafkaClients.SCHEMA_REGISTRY_URL),
                Optional.empty(),
                data.path().toString());
    }
}
