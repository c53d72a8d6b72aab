// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.runtime.lifecycle;

/** A part of a process that is started once, works on threads of its own, and is stopped once. */
public interface Service extends AutoCloseable {

    /** One word for logs and health reports. */
    String name();

    /**
     * Starts it; when this returns the service works, or reports in {@link #readiness()} what it still waits for.
     *
     * @throws Exception when it can't work; what it had opened is closed by {@link #close()}
     */
    void start() throws Exception;

    /** Whether it does its work now, and if not, why. */
    Readiness readiness();

    /** Finishes what is in hand and frees everything; safe after a failed start and when called twice. */
    @Override
    void close();
}
