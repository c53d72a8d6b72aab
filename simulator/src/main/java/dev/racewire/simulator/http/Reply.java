// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.http;

import java.io.IOException;

/** What a request is answered with. After a reply that is no {@link HttpReply} the connection is closed. */
@FunctionalInterface
public interface Reply {

    /** Writes it, for as long as it takes. */
    void send(Wire wire) throws IOException;
}
