// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.runtime.lifecycle;

/**
 * Whether a service does its work now.
 *
 * @param state what it is doing
 * @param reason why it is not ready, for people; empty when it is
 */
public record Readiness(State state, String reason) {

    /** What a service is doing. */
    public enum State {
        STARTING,
        READY,
        FAILED
    }

    public static Readiness ready() {
        return new Readiness(State.READY, "");
    }

    public static Readiness starting(String reason) {
        return new Readiness(State.STARTING, reason);
    }

    /** Broken for good: the process should be restarted. */
    public static Readiness failed(String reason) {
        return new Readiness(State.FAILED, reason);
    }

    public boolean isReady() {
        return state == State.READY;
    }
}
