// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.cli;

import dev.racewire.dashboard.DashboardConfig;
import dev.racewire.runtime.config.Durations;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Makes the settings of a command its options, so that help and completion know them. */
final class SettingsOptions {

    /** Settings that are asked for so often that they have a short flag too. */
    private static final Map<String, String> SHORT = Map.of(DashboardConfig.PORT, "--port");

    private SettingsOptions() {}

    static void addTo(CommandLine line) {
        if (!(line.getCommand() instanceof SettingsCommand command)) {
            return;
        }
        CommandSpec spec = line.getCommandSpec();
        Map<String, ArgGroupSpec.Builder> groups = new LinkedHashMap<>();
        command.offered().configKeys().forEach((name, key) -> {
            if (!spec.optionsMap().containsKey("--" + name)) {
                groups.computeIfAbsent(headingOf(name), SettingsOptions::group).addArg(option(command, name, key));
            }
        });
        groups.values().forEach(group -> spec.addArgGroup(group.build()));
    }

    private static String headingOf(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? "%nCommon settings:%n" : "%nSettings of " + name.substring(0, dot) + ":%n";
    }

    private static ArgGroupSpec.Builder group(String heading) {
        return ArgGroupSpec.builder().heading(heading).validate(false).exclusive(false);
    }

    private static OptionSpec option(SettingsCommand command, String name, ConfigKey key) {
        OptionSpec.Builder option = OptionSpec.builder(names(name))
                .type(String.class)
                .paramLabel(label(key))
                .description(description(key).replace("%", "%%"))
                .setter(new CommandLine.Model.ISetter() {
                    @Override
                    @SuppressWarnings("TypeParameterUnusedInFormals") // picocli's signature
                    public <T> T set(T value) {
                        if (value != null) {
                            command.flag(name, String.valueOf(value));
                        }
                        return value;
                    }
                });
        if (key.type == ConfigDef.Type.BOOLEAN) {
            option.arity("0..1").fallbackValue("true");
        }
        return option.build();
    }

    private static String[] names(String setting) {
        String brief = SHORT.get(setting);
        return brief == null ? new String[] {"--" + setting} : new String[] {brief, "--" + setting};
    }

    private static String description(ConfigKey key) {
        boolean silent = key.defaultValue == null
                || key.defaultValue.toString().isEmpty()
                || key.defaultValue == ConfigDef.NO_DEFAULT_VALUE;
        return silent ? key.documentation : key.documentation + " Default: " + key.defaultValue;
    }

    private static String label(ConfigKey key) {
        if (key.validator == Durations.VALIDATOR) {
            return "DURATION";
        }
        return switch (key.type) {
            case INT, LONG, SHORT, DOUBLE -> "NUMBER";
            case BOOLEAN -> "true|false";
            case LIST -> "A,B,…";
            default -> "TEXT";
        };
    }
}
