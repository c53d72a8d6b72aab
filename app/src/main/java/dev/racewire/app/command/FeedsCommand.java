// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.RacewireCommand;
import picocli.CommandLine.Command;

/** {@code racewire feeds}: the feeds in force, read and changed. Nothing restarts for it. */
@Command(
        name = "feeds",
        description = "Show or change the feeds that are polled.",
        subcommands = {
            FeedsListCommand.class,
            FeedsAddCommand.class,
            FeedsRemoveCommand.class,
            FeedsCheckCommand.class,
            FeedsImportCommand.class,
            FeedsExportCommand.class,
        })
public final class FeedsCommand extends RacewireCommand {

    @Override
    public Integer call() {
        spec().commandLine().usage(out());
        return ExitCode.BAD_USAGE;
    }
}
