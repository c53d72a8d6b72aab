// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.runtime.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Where settings come from; flags win over the environment, the environment over the file.
 *
 * @param file names and values of a properties file
 * @param environment the environment of the process; names that start with {@code RACEWIRE_} count
 * @param flags names and values given on the command line
 */
public record SettingSources(Map<String, String> file, Map<String, String> environment, Map<String, String> flags) {

    public SettingSources {
        file = Map.copyOf(file);
        environment = Map.copyOf(environment);
        flags = Map.copyOf(flags);
    }

    /** No settings at all: everything has its default. */
    public static SettingSources none() {
        return new SettingSources(Map.of(), Map.of(), Map.of());
    }

    /** Flags alone, for tests and for parts that run inside another command. */
    public static SettingSources ofFlags(Map<String, String> flags) {
        return new SettingSources(Map.of(), Map.of(), flags);
    }

    /**
     * The names and values of a properties file.
     *
     * @throws ConfigurationException when it can't be read
     */
    public static Map<String, String> readFile(Path path) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigurationException(List.of("cannot read the configuration file " + path + ": " + e));
        }
        Map<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }
}
