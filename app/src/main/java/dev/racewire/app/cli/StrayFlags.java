// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of the arguments what has the form of a setting, such as {@code --kafka.security.protocol=SSL}, and is no
 * option: Kafka's own settings, and typing errors, which the settings then report like those in a file.
 */
final class StrayFlags {

    private static final Pattern FORM =
            Pattern.compile("--([a-zA-Z0-9_-]+(?:\\.[a-zA-Z0-9_-]+)+)(?:=(.*))?", Pattern.DOTALL);

    private StrayFlags() {}

    /** The arguments without the flags that the command has taken. */
    static List<String> takeFrom(List<String> arguments, Set<String> options, SettingsCommand command) {
        List<String> left = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Matcher flag = FORM.matcher(arguments.get(i));
            if (!flag.matches() || options.contains("--" + flag.group(1))) {
                left.add(arguments.get(i));
            } else if (flag.group(2) != null) {
                command.flag(flag.group(1), flag.group(2));
            } else if (i + 1 < arguments.size() && !arguments.get(i + 1).startsWith("--")) {
                command.flag(flag.group(1), arguments.get(++i));
            } else {
                command.flag(flag.group(1), "true");
            }
        }
        return left;
    }
}
