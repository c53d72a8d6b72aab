// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;

/** The list of commands in the help, by what people come for. */
public final class CommandGroups implements IHelpSectionRenderer {

    private static final String MARGIN = "  ";

    private final Map<String, List<String>> groups = new LinkedHashMap<>();

    /** Adds a group after those that are there. */
    public CommandGroups with(String title, String... commands) {
        groups.put(title, List.of(commands));
        return this;
    }

    @Override
    public String render(Help help) {
        Map<String, CommandLine> commands = help.commandSpec().subcommands();
        int width = groups.values().stream()
                .flatMap(List::stream)
                .mapToInt(String::length)
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        groups.forEach((title, names) -> {
            if (names.stream().noneMatch(commands::containsKey)) {
                return;
            }
            text.append(String.format("%n%s%n", title));
            for (String name : names) {
                CommandLine command = commands.get(name);
                if (command != null) {
                    String description = command.getCommandSpec().usageMessage().description()[0];
                    text.append(String.format("%s%-" + width + "s  %s%n", MARGIN, name, description));
                }
            }
        });
        return text.toString();
    }
}
