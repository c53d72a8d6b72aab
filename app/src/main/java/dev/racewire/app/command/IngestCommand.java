// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.ingest.IngestConfig;
import dev.racewire.ingest.IngestService;
import dev.racewire.runtime.config.Settings;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.lifecycle.Service;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.common.config.ConfigDef;
import picocli.CommandLine.Command;

/** {@code racewire ingest}: polls the feeds that racewire-feeds lists. */
@Command(name = "ingest", description = "Poll feeds into Kafka; several instances share the feeds.")
public final class IngestCommand extends RoleCommand {

    @Override
    ConfigDef define(ConfigDef definition) {
        return IngestConfig.define(definition);
    }

    @Override
    Service service(Settings settings, KafkaClients clients, MeterRegistry meters) {
        return new IngestService(IngestConfig.of(settings), clients, meters);
    }
}
