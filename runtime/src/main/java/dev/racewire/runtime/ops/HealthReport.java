// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.runtime.ops;

import dev.racewire.runtime.lifecycle.Readiness;
import java.util.Map;
import java.util.StringJoiner;

/** The body of a health answer: each service with its state and, where it is not ready, the reason. */
final class HealthReport {

    private HealthReport() {}

    static String json(boolean ready, Map<String, Readiness> states) {
        StringJoiner services = new StringJoiner(",", "{", "}");
        states.forEach((name, state) -> services.add(quote(name) + ":{\"state\":"
                + quote(state.state().name()) + ",\"reason\":" + quote(state.reason()) + "}"));
        return "{\"ready\":" + ready + ",\"services\":" + services + "}";
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
