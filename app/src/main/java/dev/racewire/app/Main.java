// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app;

import dev.racewire.app.cli.CommandGroups;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.Program;
import dev.racewire.app.cli.RacewireCommand;
import dev.racewire.app.command.AuditCommand;
import dev.racewire.app.command.BackupCommand;
import dev.racewire.app.command.BrokerCommand;
import dev.racewire.app.command.ClassifyCommand;
import dev.racewire.app.command.DashboardCommand;
import dev.racewire.app.command.DeadLettersCommand;
import dev.racewire.app.command.DemoCommand;
import dev.racewire.app.command.EditionCommand;
import dev.racewire.app.command.EvaluateCommand;
import dev.racewire.app.command.ExplainCommand;
import dev.racewire.app.command.FeedsCommand;
import dev.racewire.app.command.IngestCommand;
import dev.racewire.app.command.KafkaTopicsCommand;
import dev.racewire.app.command.LinkCommand;
import dev.racewire.app.command.MatrixCommand;
import dev.racewire.app.command.ParseCommand;
import dev.racewire.app.command.ProcessorCommand;
import dev.racewire.app.command.ProveCommand;
import dev.racewire.app.command.RegistryCommand;
import dev.racewire.app.command.RetractCommand;
import dev.racewire.app.command.SampleCommand;
import dev.racewire.app.command.StatusCommand;
import dev.racewire.app.command.TailCommand;
import dev.racewire.app.command.TaxonomyCommand;
import dev.racewire.app.command.UpCommand;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.Command;

/** The program {@code racewire}: news about the race for AI between countries, as exact event streams. */
@Command(
        name = "racewire",
        description = "News about the race for artificial intelligence between countries, as exact event streams.",
        synopsisSubcommandLabel = "COMMAND",
        footer = "%n'racewire COMMAND --help' explains a command. In a source tree also: check, verify, bench, dist.",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            BrokerCommand.class,
            RegistryCommand.class,
            IngestCommand.class,
            ProcessorCommand.class,
            DashboardCommand.class,
            LinkCommand.class,
            StatusCommand.class,
            BackupCommand.class,
            KafkaTopicsCommand.class,
            FeedsCommand.class,
            ParseCommand.class,
            MatrixCommand.class,
            TailCommand.class,
            EditionCommand.class,
            AuditCommand.class,
            ProveCommand.class,
            RetractCommand.class,
            DeadLettersCommand.class,
            ClassifyCommand.class,
            ExplainCommand.class,
            EvaluateCommand.class,
            SampleCommand.class,
            TaxonomyCommand.class,
            GenerateCompletion.class,
        })
public final class Main extends RacewireCommand {

    private static final CommandGroups GROUPS = new CommandGroups()
            .with("Try", "demo")
            .with(
                    "Run",
                    "up",
                    "broker",
                    "registry",
                    "ingest",
                    "processor",
                    "dashboard",
                    "link",
                    "status",
                    "backup",
                    "kafka-topics")
            .with("Feeds", "feeds", "parse")
            .with("Read", "matrix", "tail", "edition")
            .with("Prove", "prove", "audit")
            .with("Correct", "retract", "dead-letters")
            .with("Taxonomy", "classify", "explain", "evaluate", "sample", "taxonomy")
            .with("Shell", "generate-completion");

    private Main() {}

    /** The program with all its commands. */
    public static Program program() {
        return new Program(new Main(), GROUPS);
    }

    /** Without a command: shows what there is. */
    @Override
    public Integer call() {
        spec().commandLine().usage(out());
        return ExitCode.DONE;
    }

    public static void main(String[] arguments) {
        System.exit(program().run(arguments));
    }
}
