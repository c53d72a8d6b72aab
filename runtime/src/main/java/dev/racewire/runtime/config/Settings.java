// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.runtime.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.common.config.types.Password;

/**
 * Checked settings. A name has three spellings: {@code ingest.max-in-flight} in a file, {@code
 * RACEWIRE_INGEST_MAX_IN_FLIGHT} in the environment, {@code --ingest.max-in-flight} as a flag. Names under {@link
 * #PASS_THROUGH} go to Kafka untouched.
 */
public final class Settings {

    /** Prefixes whose names are Kafka's own. */
    public static final List<String> PASS_THROUGH =
            List.of("kafka.", "producer.", "consumer.", "admin.", "streams.", "broker.");

    private static final String ENVIRONMENT_PREFIX = "RACEWIRE_";

    /** Read by the launcher script before any of this runs. */
    private static final String LAUNCHER_VARIABLE = "RACEWIRE_JAVA_OPTS";

    private final ConfigDef definition;
    private final Map<String, Object> values;
    private final Map<String, String> passThrough;

    private Settings(ConfigDef definition, Map<String, Object> values, Map<String, String> passThrough) {
        this.definition = definition;
        this.values = values;
        this.passThrough = passThrough;
    }

    /**
     * The settings of that definition.
     *
     * @throws ConfigurationException with every unknown name and every bad value
     */
    public static Settings resolve(ConfigDef definition, SettingSources sources) {
        List<String> problems = new ArrayList<>();
        Map<String, String> given = new TreeMap<>();
        Map<String, String> passThrough = new TreeMap<>();
        sources.file().forEach((name, value) -> accept(definition, name, name, value, given, passThrough, problems));
        new TreeMap<>(sources.environment()).forEach((variable, value) -> {
            if (variable.startsWith(ENVIRONMENT_PREFIX) && !variable.equals(LAUNCHER_VARIABLE)) {
                accept(definition, variable, nameOf(variable, definition), value, given, passThrough, problems);
            }
        });
        sources.flags()
                .forEach((name, value) -> accept(definition, "--" + name, name, value, given, passThrough, problems));
        for (ConfigValue value : definition.validate(given)) {
            problems.addAll(value.errorMessages());
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return new Settings(definition, definition.parse(given), passThrough);
    }

    private static void accept(
            ConfigDef definition,
            String spelling,
            String name,
            String value,
            Map<String, String> given,
            Map<String, String> passThrough,
            List<String> problems) {
        if (definition.names().contains(name)) {
            given.put(name, value);
        } else if (PASS_THROUGH.stream().anyMatch(name::startsWith)) {
            passThrough.put(name, value);
        } else {
            String hint = Suggestions.nearest(name, definition.names())
                    .map(known -> ": did you mean " + known + "?")
                    .orElse(": --help lists the names");
            problems.add("unknown setting " + spelling + hint);
        }
    }

    private static String nameOf(String variable, ConfigDef definition) {
        return definition.names().stream()
                .filter(name -> environmentName(name).equals(variable))
                .findFirst()
                .orElseGet(() -> variable.substring(ENVIRONMENT_PREFIX.length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '.'));
    }

    /** A setting's name as an environment variable. */
    public static String environmentName(String name) {
        return ENVIRONMENT_PREFIX
                + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    public String text(String name) {
        return (String) value(name);
    }

    /** The text, or empty where it was left empty. */
    public Optional<String> optionalText(String name) {
        return Optional.ofNullable((String) values.get(name)).filter(text -> !text.isBlank());
    }

    public int integer(String name) {
        return (Integer) value(name);
    }

    public long longInteger(String name) {
        return (Long) value(name);
    }

    public boolean flag(String name) {
        return (Boolean) value(name);
    }

    public Duration duration(String name) {
        return Durations.parse(text(name));
    }

    public Path path(String name) {
        return Path.of(text(name));
    }

    /** The address, or empty where it was left empty. */
    public Optional<URI> address(String name) {
        return optionalText(name).map(URI::create);
    }

    /** The secret, or empty where it was left empty. */
    public Optional<String> secret(String name) {
        return Optional.ofNullable((Password) values.get(name))
                .map(Password::value)
                .filter(text -> !text.isBlank());
    }

    @SuppressWarnings("unchecked")
    public List<String> list(String name) {
        return (List<String>) value(name);
    }

    /** Kafka's own settings under that prefix, without it. */
    public Map<String, String> passThrough(String prefix) {
        Map<String, String> found = new TreeMap<>();
        passThrough.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), value);
            }
        });
        return found;
    }

    /** The settings that differ from their defaults, one line each; secrets are masked. */
    public List<String> changed() {
        List<String> lines = new ArrayList<>();
        definition.configKeys().forEach((name, key) -> {
            Object value = values.get(name);
            if (!Objects.equals(value, key.defaultValue)) {
                lines.add(name + " = " + value);
            }
        });
        passThrough.keySet().forEach(name -> lines.add(name + " = (passed to Kafka)"));
        return lines;
    }

    private Object value(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new ConfigException(name + " is not set");
        }
        return value;
    }
}
