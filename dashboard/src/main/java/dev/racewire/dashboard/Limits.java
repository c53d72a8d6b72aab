// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard;

import dev.racewire.runtime.config.Settings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.kafka.common.config.ConfigDef;

/**
 * How much clients may ask of the web server. What is counted by address does not hold for this machine itself.
 *
 * @param streams most clients of the live stream
 * @param streamsPerAddress most of them from one address
 * @param connections most open connections; beyond it the one goes that has been silent for longest
 * @param connectionsPerAddress most of them from one address
 * @param questionsPerSecond most requests a second from one address, for more than a moment
 */
public record Limits(
        int streams, int streamsPerAddress, int connections, int connectionsPerAddress, int questionsPerSecond) {

    private static final String STREAMS = "dashboard.max-streams";
    private static final String STREAMS_PER_ADDRESS = "dashboard.max-streams-per-address";
    private static final String CONNECTIONS = "dashboard.max-connections";
    private static final String CONNECTIONS_PER_ADDRESS = "dashboard.max-connections-per-address";
    private static final String QUESTIONS_PER_SECOND = "dashboard.max-questions-per-second";

    static void define(ConfigDef definition) {
        most(definition, STREAMS, 500, "Most clients of the live stream.");
        most(
                definition,
                STREAMS_PER_ADDRESS,
                50,
                "Most clients of the live stream from one address; the machine itself is not limited by it.");
        most(
                definition,
                CONNECTIONS,
                4_096,
                "Most open connections; beyond it the one is closed that has been silent for longest.");
        most(
                definition,
                CONNECTIONS_PER_ADDRESS,
                256,
                "Most open connections from one address; the machine itself is not limited by it. Raise it for a proxy that is not on this machine.");
        most(
                definition,
                QUESTIONS_PER_SECOND,
                100,
                "Most requests a second from one address, with ten times as many at once; the machine itself is not limited by it. Raise it for a proxy that is not on this machine.");
    }

    private static void most(ConfigDef definition, String name, int preset, String description) {
        definition.define(
                name, ConfigDef.Type.INT, preset, ConfigDef.Range.atLeast(1), ConfigDef.Importance.LOW, description);
    }

    /** Whether that address, as digits, is this machine's own. */
    public static boolean isThisMachine(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    static Limits of(Settings settings) {
        return new Limits(
                settings.integer(STREAMS),
                settings.integer(STREAMS_PER_ADDRESS),
                settings.integer(CONNECTIONS),
                settings.integer(CONNECTIONS_PER_ADDRESS),
                settings.integer(QUESTIONS_PER_SECOND));
    }
}
