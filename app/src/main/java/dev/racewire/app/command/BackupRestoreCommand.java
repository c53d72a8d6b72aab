// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.AppSettings;
import dev.racewire.app.audit.AuditResult;
import dev.racewire.app.audit.Auditor;
import dev.racewire.app.backup.Backup;
import dev.racewire.app.broker.BrokerConfig;
import dev.racewire.app.broker.EmbeddedBroker;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.SettingsCommand;
import dev.racewire.app.instance.DataDirectory;
import dev.racewire.runtime.config.Settings;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.lifecycle.Lifecycle;
import java.nio.file.Path;
import java.time.InstantSource;
import org.apache.kafka.common.config.ConfigDef;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code racewire backup restore}: a backup becomes a data directory, and every cell in it is counted again. */
@Command(name = "restore", description = "Restore a data directory and audit it; exit code 1 when a cell differs.")
final class BackupRestoreCommand extends SettingsCommand {

    @Parameters(paramLabel = "FILE", description = "The zip file that 'backup save' wrote.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Override
    protected ConfigDef offered() {
        return AppSettings.prefix(AppSettings.dataDirectory(new ConfigDef()));
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = settings();
        Path directory = settings.path(AppSettings.DATA_DIR).toAbsolutePath().normalize();
        int files = new Backup(file).restore(directory);
        out().printf("%,d files restored to %s, each as it was saved%n", files, directory);
        AuditResult result = audit(directory, settings);
        result.differences().forEach(out()::println);
        out().printf(
                        "audit: %,d classified articles, %,d cells compared, %,d differ%n",
                        result.articles(), result.cells(), result.differences().size());
        return result.clean() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static AuditResult audit(Path directory, Settings settings) throws Exception {
        try (Lifecycle lifecycle = new Lifecycle()) {
            DataDirectory data = new DataDirectory(directory, DataDirectory.useOf(directory));
            lifecycle.start(data);
            EmbeddedBroker broker = new EmbeddedBroker(BrokerConfig.in(data.broker()));
            lifecycle.start(broker);
            return new Auditor(KafkaClients.of(broker.bootstrapServers(), settings), InstantSource.system()).cells();
        }
    }
}
