// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.broker;

import dev.racewire.runtime.config.ConfigurationException;
import dev.racewire.runtime.config.Settings;
import dev.racewire.runtime.config.Suggestions;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.ConfigDef;

/**
 * What the embedded broker needs to know.
 *
 * @param directory where it keeps its data
 * @param port port to listen on; when it is in use, the next free one serves; 0 for any
 * @param kafkaSettings settings of the broker by Kafka's names; they win over ours
 */
public record BrokerConfig(Path directory, int port, Map<String, String> kafkaSettings) {

    public static final String PORT = "broker.port";

    private static final String PASS_THROUGH = "broker.";
    private static final String OF_ONE_LISTENER = "listener.name.";

    /** Of Kafka's own authorizer, which the broker's definition does not list. */
    private static final Set<String> OF_THE_AUTHORIZER = Set.of("super.users", "allow.everyone.if.no.acl.found");

    private static final int DEFAULT_PORT = 9092;

    public BrokerConfig {
        kafkaSettings = Map.copyOf(kafkaSettings);
        List<String> unknown = kafkaSettings.keySet().stream()
                .filter(name -> !name.startsWith(OF_ONE_LISTENER))
                .filter(name -> !BrokerProperties.known().contains(name) && !OF_THE_AUTHORIZER.contains(name))
                .map(BrokerConfig::problem)
                .toList();
        if (!unknown.isEmpty()) {
            throw new ConfigurationException(unknown);
        }
    }

    private static String problem(String name) {
        Set<String> known = new HashSet<>(BrokerProperties.known());
        known.add(PORT.substring(PASS_THROUGH.length()));
        String hint = Suggestions.nearest(name, known)
                .map(near -> ": did you mean " + PASS_THROUGH + near + "?")
                .orElse(": Kafka's brokers have no such setting");
        return "unknown setting " + PASS_THROUGH + name + hint;
    }

    /** Adds the settings of the embedded broker; other names under {@code broker.} are Kafka's own. */
    public static ConfigDef define(ConfigDef definition) {
        return definition.define(
                PORT,
                ConfigDef.Type.INT,
                DEFAULT_PORT,
                ConfigDef.Range.between(0, 65535),
                ConfigDef.Importance.MEDIUM,
                "Port of the embedded broker; when it is in use, the next free one; 0 for any.");
    }

    /** The settings of a broker that keeps its data in that directory. */
    public static BrokerConfig of(Path directory, Settings settings) {
        return new BrokerConfig(directory, settings.integer(PORT), settings.passThrough(PASS_THROUGH));
    }

    /** A broker in that directory on any free port. */
    public static BrokerConfig in(Path directory) {
        return new BrokerConfig(directory, 0, Map.of());
    }
}
