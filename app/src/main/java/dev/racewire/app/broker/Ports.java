// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Free ports on loopback. */
public final class Ports {

    private static final int ATTEMPTS = 100;
    private static final int LAST = 65535;

    private Ports() {}

    /**
     * The wanted port, or the next one that is free; any free one for 0.
     *
     * @throws IOException when none of the next hundred is free
     */
    public static int freeFrom(int wanted) throws IOException {
        if (wanted == 0) {
            return any();
        }
        for (int port = wanted; port < wanted + ATTEMPTS && port <= LAST; port++) {
            if (isFree(port)) {
                return port;
            }
        }
        throw new IOException("no free port from " + wanted + " on: name another, or 0 for any");
    }

    private static int any() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
