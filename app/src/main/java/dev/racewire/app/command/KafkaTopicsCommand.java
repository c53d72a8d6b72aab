// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.RacewireCommand;
import picocli.CommandLine.Command;

/** {@code racewire kafka-topics}: creation and check of the Kafka topics on a cluster. */
@Command(
        name = "kafka-topics",
        description = "Create the Kafka topics, or compare them with what they should be.",
        subcommands = {KafkaTopicsCreateCommand.class, KafkaTopicsDescribeCommand.class})
public final class KafkaTopicsCommand extends RacewireCommand {

    @Override
    public Integer call() {
        spec().commandLine().usage(out());
        return ExitCode.BAD_USAGE;
    }
}
