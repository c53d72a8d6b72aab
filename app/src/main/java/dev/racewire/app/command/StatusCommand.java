// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.cli.Cluster;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.SettingsCommand;
import dev.racewire.app.status.Check;
import dev.racewire.app.status.StatusReader;
import dev.racewire.processor.ProcessorConfig;
import dev.racewire.runtime.config.Settings;
import dev.racewire.runtime.kafka.KafkaClients;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import picocli.CommandLine.Command;

/** {@code racewire status}: whether all is well, on one screen. */
@Command(name = "status", description = "Tell on one screen whether all is well; exit code 1 when it is not.")
public final class StatusCommand extends SettingsCommand {

    @Override
    protected ConfigDef offered() {
        return ProcessorConfig.application(KafkaClients.define(new ConfigDef()));
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = settings();
        KafkaClients clients = Cluster.reach(settings, this::say);
        String group = clients.topicPrefix() + settings.text(ProcessorConfig.APPLICATION_ID);
        List<Check> checks = new StatusReader(clients, group, InstantSource.system()).read();
        checks.forEach(check -> out().printf("%-5s %-10s %s%n", check.level().label(), check.subject(), check.text()));
        long bad = checks.stream()
                .filter(check -> check.level() == Check.Level.BAD)
                .count();
        out().println(
                        bad == 0
                                ? "healthy"
                                : bad + " of " + checks.size() + " are bad: docs/runbook.md says what to do");
        return bad == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }
}
