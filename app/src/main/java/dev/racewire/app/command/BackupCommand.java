// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.RacewireCommand;
import picocli.CommandLine.Command;

/** {@code racewire backup}: a data directory saved and restored. */
@Command(
        name = "backup",
        description = "Save a data directory into one file, or restore one and audit it.",
        subcommands = {BackupSaveCommand.class, BackupRestoreCommand.class})
public final class BackupCommand extends RacewireCommand {

    @Override
    public Integer call() {
        spec().commandLine().usage(out());
        return ExitCode.BAD_USAGE;
    }
}
