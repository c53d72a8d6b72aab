// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.accuracy.JudgingHalf;
import dev.racewire.processor.ProcessorConfig;
import dev.racewire.processor.ProcessorService;
import dev.racewire.processor.taxonomy.BundledRules;
import dev.racewire.runtime.config.Settings;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.lifecycle.Service;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.common.config.ConfigDef;
import picocli.CommandLine.Command;

/** {@code racewire processor}: classifies, folds into stories and counts. */
@Command(name = "processor", description = "Classify and count articles; several instances share the work.")
public final class ProcessorCommand extends RoleCommand {

    @Override
    ConfigDef define(ConfigDef definition) {
        return ProcessorConfig.define(definition);
    }

    @Override
    Service service(Settings settings, KafkaClients clients, MeterRegistry meters) {
        return new ProcessorService(
                ProcessorConfig.of(settings), clients, meters, BundledRules.load(), JudgingHalf::measure);
    }
}
