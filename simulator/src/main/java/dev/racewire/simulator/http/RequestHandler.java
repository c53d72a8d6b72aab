// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.http;

/** Decides what requests are answered with. */
@FunctionalInterface
public interface RequestHandler {

    /** The reply, to be sent when this returns. */
    Reply answer(Request request);

    /** The reply has been sent, or could not be. */
    default void answered(Request request) {}
}
