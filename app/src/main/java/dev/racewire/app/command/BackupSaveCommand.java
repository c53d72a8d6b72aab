// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.AppSettings;
import dev.racewire.app.backup.Backup;
import dev.racewire.app.cli.CommandFailure;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.SettingsCommand;
import dev.racewire.app.instance.DataDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.kafka.common.config.ConfigDef;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code racewire backup save}: the data directory of an instance that is stopped, in one file. */
@Command(name = "save", description = "Save the data directory of a stopped 'up' into a file.")
final class BackupSaveCommand extends SettingsCommand {

    @Parameters(paramLabel = "FILE", description = "The zip file to write.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Override
    protected ConfigDef offered() {
        return AppSettings.dataDirectory(new ConfigDef());
    }

    @Override
    public Integer call() throws Exception {
        Path directory = settings().path(AppSettings.DATA_DIR).toAbsolutePath().normalize();
        if (!Files.isDirectory(directory)) {
            throw CommandFailure.failed("there is no data directory " + directory + ": name it with --data-dir");
        }
        if (file.toAbsolutePath().normalize().startsWith(directory)) {
            throw CommandFailure.badUsage(file + " lies in the data directory itself: name a place outside");
        }
        try (DataDirectory data = new DataDirectory(directory, DataDirectory.useOf(directory))) {
            data.start(); // nobody writes while it is held
            int files = new Backup(file).save(directory, Set.of(DataDirectory.LOCK));
            out().printf("%s: %,d files of %s, %,d bytes%n", file, files, directory, Files.size(file));
        }
        return ExitCode.DONE;
    }
}
