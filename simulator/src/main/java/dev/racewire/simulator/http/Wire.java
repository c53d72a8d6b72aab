// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The server's end of a connection, for replies that write what they like. */
public final class Wire {

    private final Socket socket;
    private final OutputStream out;

    Wire(Socket socket, OutputStream out) {
        this.socket = socket;
        this.out = out;
    }

    public OutputStream out() {
        return out;
    }

    /** Sends that text at once. */
    public void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends these bytes at once. */
    public void write(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** Waits until the client hangs up, at most that long; what it sends meanwhile is lost. Returns whether it did. */
    public boolean awaitHangUp(Duration atMost) throws IOException {
        int before = socket.getSoTimeout();
        socket.setSoTimeout((int) Math.max(1, atMost.toMillis()));
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } finally {
            socket.setSoTimeout(before);
        }
    }
}
