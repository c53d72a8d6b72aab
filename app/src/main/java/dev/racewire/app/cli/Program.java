// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Runs the command that the arguments name. Only that command's settings are looked up, for a quick start. */
public final class Program {

    private static final String COMPLETION = "generate-completion";

    private final CommandLine root;

    public Program(RacewireCommand root, CommandGroups groups) {
        this.root = new CommandLine(root);
        this.root.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, groups);
        this.root.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
    }

    /** Sends what the commands print elsewhere than to stdout and stderr. */
    public Program printingTo(PrintWriter out, PrintWriter err) {
        root.setOut(out).setErr(err);
        return this;
    }

    /** The exit code of the command. */
    public int run(String... arguments) {
        Failures failures = new Failures();
        root.setExecutionExceptionHandler(failures);
        root.setParameterExceptionHandler(failures);
        List<String> left = List.of(arguments);
        for (CommandLine command : named(root, left)) {
            SettingsOptions.addTo(command);
            if (command.getCommand() instanceof SettingsCommand settings) {
                left = StrayFlags.takeFrom(
                        left, command.getCommandSpec().optionsMap().keySet(), settings);
            }
        }
        return root.execute(left.toArray(String[]::new));
    }

    /** The commands that occur in the arguments; for the completion script, which lists all options, all of them. */
    private static List<CommandLine> named(CommandLine parent, List<String> arguments) {
        Map<String, CommandLine> commands = parent.getSubcommands();
        boolean all = arguments.contains(COMPLETION);
        return commands.entrySet().stream()
                .filter(entry -> all || arguments.contains(entry.getKey()))
                .flatMap(entry ->
                        Stream.concat(Stream.of(entry.getValue()), named(entry.getValue(), arguments).stream()))
                .distinct()
                .toList();
    }
}
