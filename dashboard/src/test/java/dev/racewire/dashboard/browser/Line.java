// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.browser;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A line between browser and server that can be cut, as networks are: all that goes over it ends, and nothing comes through. */
final class Line implements AutoCloseable {

    private final ServerSocket near = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final int far;
    private volatile boolean cut;

    Line(int port) throws IOException {
        far = port;
        threads.execute(this::accept);
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + near.getLocalPort() + path);
    }

    void cut() throws IOException {
        cut = true;
        for (Socket socket : open) {
            socket.close();
        }
    }

    void mend() {
        cut = false;
    }

    private void accept() {
        while (!near.isClosed()) {
            try {
                Socket browser = near.accept();
                if (cut) {
                    browser.close();
                } else {
                    connect(browser);
                }
            } catch (IOException e) {
                return; // Closed.
            }
        }
    }

    private void connect(Socket browser) throws IOException {
        Socket server = new Socket(InetAddress.getLoopbackAddress(), far);
        open.add(browser);
        open.add(server);
        threads.execute(() -> copy(browser, server));
        threads.execute(() -> copy(server, browser));
    }

    private void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ignored) {
            // Either side may end it, and so may the cut.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    @Override
    public void close() throws IOException {
        near.close();
        cut();
        threads.shutdownNow();
    }
}
