// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.cli;

import dev.racewire.app.AppSettings;
import dev.racewire.runtime.config.ConfigurationException;
import dev.racewire.runtime.config.SettingSources;
import dev.racewire.runtime.config.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigDef;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A command that takes settings, from a file, the environment and flags. File and environment may hold the settings of
 * all commands; a flag has to be one of its own.
 */
@Command(
        footerHeading = "%nSettings:%n",
        footer = "--NAME VALUE can also be written NAME = VALUE in --config FILE, or RACEWIRE_NAME in the environment"
                + " (capitals, _ for . and -). Kafka's own settings go through under kafka.*, producer.*,"
                + " consumer.*, admin.*, streams.* and broker.*, such as --kafka.security.protocol=SSL.")
public abstract class SettingsCommand extends RacewireCommand {

    @Option(names = "--config", paramLabel = "FILE", description = "Properties file with settings.")
    private @Nullable Path file;

    private final Map<String, String> flags = new TreeMap<>();

    /** The settings that the command offers as flags. */
    protected abstract ConfigDef offered();

    /**
     * The settings that it runs with.
     *
     * @throws ConfigurationException with all that is wrong with them
     */
    protected final Settings settings() {
        return settings(Map.of());
    }

    /** As above; {@code defaults} stand in for the defaults of some settings. */
    protected final Settings settings(Map<String, String> defaults) {
        return settings(defaults, Map.of());
    }

    /** As above; {@code fixed} settings are the command's own and win over everything. */
    protected final Settings settings(Map<String, String> defaults, Map<String, String> fixed) {
        ConfigDef all = AppSettings.define();
        refuseForeign(all);
        Map<String, String> fromFile = new TreeMap<>(defaults);
        if (file != null) {
            fromFile.putAll(SettingSources.readFile(file));
        }
        Map<String, String> last = new TreeMap<>(flags);
        last.putAll(fixed);
        return Settings.resolve(all, new SettingSources(fromFile, System.getenv(), last));
    }

    private void refuseForeign(ConfigDef all) {
        List<String> problems = new ArrayList<>();
        for (String name : flags.keySet()) {
            if (all.names().contains(name) && !offered().names().contains(name)) {
                problems.add("--" + name + " is no setting of '" + spec().name() + "': --help lists those it has");
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    /** Tells which settings differ from their defaults. */
    protected final void tellChanged(Settings settings) {
        settings.changed().forEach(line -> say("  " + line));
    }

    final void flag(String name, String value) {
        flags.put(name, value);
    }
}
