// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.audit.AuditResult;
import dev.racewire.app.audit.Auditor;
import dev.racewire.app.cli.Cluster;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.SettingsCommand;
import dev.racewire.runtime.kafka.KafkaClients;
import java.time.InstantSource;
import org.apache.kafka.common.config.ConfigDef;
import picocli.CommandLine.Command;

/** {@code racewire audit}: counts everything again and compares. */
@Command(name = "audit", description = "Count every cell again and compare; exit code 1 when one differs.")
public final class AuditCommand extends SettingsCommand {

    private static final int MOST_LINES = 50;

    @Override
    protected ConfigDef offered() {
        return KafkaClients.define(new ConfigDef());
    }

    @Override
    public Integer call() throws Exception {
        KafkaClients clients = Cluster.reach(settings(), this::say);
        AuditResult result = new Auditor(clients, InstantSource.system()).cells();
        result.differences().stream().limit(MOST_LINES).forEach(out()::println);
        int hidden = result.differences().size() - MOST_LINES;
        if (hidden > 0) {
            out().println("… and " + hidden + " more");
        }
        out().printf(
                        "audit: %,d articles, %,d cells compared, %,d differ%n",
                        result.articles(), result.cells(), result.differences().size());
        return result.clean() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
