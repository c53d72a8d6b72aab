// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.deadletter;

/** Names of the settings by which Streams, which makes the handlers itself, tells them what they need. */
public final class DeadLetterSettings {

    /** Prefix of all Kafka topics. */
    public static final String TOPIC_PREFIX = "racewire.topic-prefix";

    /** A {@link Listener} that is told of each dead letter; optional. */
    public static final String LISTENER = "racewire.dead-letter-listener";

    private DeadLetterSettings() {}

    /** Hears of dead letters. */
    @FunctionalInterface
    public interface Listener {

        /** A record was set aside at that stage. */
        void setAside(String stage);
    }
}
