// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.RacewireCommand;
import picocli.CommandLine.Command;

/** {@code racewire taxonomy}: the rules that stories are judged by, looked at and changed. Nothing restarts for it. */
@Command(
        name = "taxonomy",
        description = "Show, check, fit, publish, compare or promote the rules that stories are judged by.",
        subcommands = {
            TaxonomyCheckCommand.class,
            TaxonomyShowCommand.class,
            TaxonomyFitCommand.class,
            TaxonomyPublishCommand.class,
            TaxonomyCompareCommand.class,
            TaxonomyPromoteCommand.class
        })
public final class TaxonomyCommand extends RacewireCommand {

    @Override
    public Integer call() {
        spec().commandLine().usage(out());
        return ExitCode.BAD_USAGE;
    }
}
