// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.RacewireCommand;
import picocli.CommandLine.Command;

/** {@code racewire dead-letters}: what could not be read or judged. */
@Command(
        name = "dead-letters",
        description = "Show what was set aside because it could not be read or judged, and send it through again.",
        subcommands = {DeadLettersListCommand.class, DeadLettersReplayCommand.class})
public final class DeadLettersCommand extends RacewireCommand {

    @Override
    public Integer call() {
        spec().commandLine().usage(out());
        return ExitCode.BAD_USAGE;
    }
}
