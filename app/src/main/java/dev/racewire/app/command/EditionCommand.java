// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.cli.ClusterCommand;
import dev.racewire.app.cli.CommandFailure;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.edition.Editions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code racewire edition}: a settled day as a file that can be cited. */
@Command(
        name = "edition",
        description = "Write a settled day down as CSV with its SHA-256; a later correction makes edition 2.")
public final class EditionCommand extends ClusterCommand {

    @Parameters(paramLabel = "DAY", description = "A day in UTC, for example 2026-11-20.")
    private LocalDate day = LocalDate.EPOCH;

    @Option(
            names = "--out",
            paramLabel = "DIRECTORY",
            defaultValue = "editions",
            description = "Where the editions lie; the one before is found there. Default: ${DEFAULT-VALUE}")
    private Path out = Path.of("editions");

    @Option(
            names = "--settle",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            defaultValue = "2d",
            description = "How long after its end a day is settled. Default: ${DEFAULT-VALUE}")
    private Duration settle = Duration.ofDays(2);

    @Override
    public Integer call() throws Exception {
        Instant settled = Editions.settled(day, settle);
        if (Instant.now().isBefore(settled)) {
            throw CommandFailure.failed(
                    day + " is not settled before " + settled + ": what outlets bring late may still change it");
        }
        String line = new Editions(reach(), out)
                .write(day)
                .orElseThrow(() -> CommandFailure.failed(
                        "nothing was counted on " + day + ": racewire-counts holds days of the last 400"));
        out().println(line);
        out().flush();
        return ExitCode.DONE;
    }
}
