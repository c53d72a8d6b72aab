// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.role;

import java.util.List;

/**
 * Where the parts of a running installation are.
 *
 * @param page address of the page
 * @param broker host and port of the broker
 * @param registry address of the schema registry
 * @param health address of the health report
 */
public record Addresses(String page, String broker, String registry, String health) {

    /** Lines for the person who started it. */
    public List<String> lines() {
        return List.of(
                "  page      " + page, "  Kafka     " + broker + "   schemas " + registry, "  health    " + health);
    }
}
