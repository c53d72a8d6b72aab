// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.audit.Account;
import dev.racewire.app.audit.ArticleAudit;
import dev.racewire.app.audit.AuditResult;
import dev.racewire.app.audit.Auditor;
import dev.racewire.app.cli.Cluster;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.SettingsCommand;
import dev.racewire.processor.ProcessorConfig;
import dev.racewire.runtime.config.Settings;
import dev.racewire.runtime.kafka.KafkaClients;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code racewire audit}: counts everything again and compares. */
@Command(name = "audit", description = "Count every cell again and compare; exit code 1 when one differs.")
public final class AuditCommand extends SettingsCommand {

    private static final int MOST_LINES = 50;

    @Option(
            names = "--articles",
            description = "Account for every article in racewire-articles too; it reads and judges each of them.")
    private boolean articles;

    @Override
    protected ConfigDef offered() {
        return ProcessorConfig.application(KafkaClients.define(new ConfigDef()));
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = settings();
        KafkaClients clients = Cluster.reach(settings, this::say);
        boolean clean = cells(clients);
        if (articles) {
            clean &= articles(clients, clients.topicPrefix() + settings.text(ProcessorConfig.APPLICATION_ID));
        }
        out().flush();
        return clean ? ExitCode.DONE : ExitCode.FAILED;
    }

    private boolean cells(KafkaClients clients) throws Exception {
        AuditResult result = new Auditor(clients, InstantSource.system()).cells();
        print(result.differences());
        out().printf(
                        "audit: %,d classified articles, %,d cells compared, %,d differ%n",
                        result.articles(), result.cells(), result.differences().size());
        return result.clean();
    }

    private boolean articles(KafkaClients clients, String group) throws Exception {
        Account account = new ArticleAudit(clients, group, InstantSource.system()).run();
        print(account.unexplained());
        account.fates().forEach((fate, number) -> out().printf("  %,9d  %s%n", number, fate.meaning()));
        out().printf(
                        "audit: %,d sightings, %,d articles, %,d unreadable records, %,d unexplained%n",
                        account.sightings(),
                        account.articles(),
                        account.unreadable(),
                        account.unexplained().size());
        return account.clean();
    }

    private void print(List<String> lines) {
        lines.stream().limit(MOST_LINES).forEach(out()::println);
        int hidden = lines.size() - MOST_LINES;
        if (hidden > 0) {
            out().println("… and " + hidden + " more");
        }
    }
}
