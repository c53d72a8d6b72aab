// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes connections on a loopback port; each has a thread, so a reply may block for as long as it likes. */
public final class HttpListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpListener.class);
    private static final int BACKLOG = 4_096;

    private final ServerSocket server;
    private final RequestHandler handler;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(HttpListener::thread);
    private volatile boolean closed;

    private HttpListener(ServerSocket server, RequestHandler handler) {
        this.server = server;
        this.handler = handler;
    }

    /** Listens on that port of the loopback address; 0 means any free one. */
    public static HttpListener open(int port, RequestHandler handler) throws IOException {
        ServerSocket server = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
        HttpListener listener = new HttpListener(server, handler);
        listener.threads.execute(listener::accept);
        return listener;
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Connections taken so far. */
    public int connections() {
        return accepted.get();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "simulator");
        thread.setDaemon(true);
        return thread;
    }

    private void accept() {
        while (!closed) {
            try {
                serve(server.accept());
            } catch (IOException e) {
                if (!closed) {
                    LOG.warn("a connection was not taken: {}", e.toString());
                }
            }
        }
    }

    private void serve(Socket socket) {
        accepted.incrementAndGet();
        open.add(socket);
        threads.execute(() -> {
            try (socket) {
                new Connection(socket, handler).serve();
            } catch (IOException e) {
                LOG.trace("a connection ended: {}", e.toString());
            } catch (RuntimeException e) {
                LOG.warn("a request was not answered", e);
            } finally {
                open.remove(socket);
            }
        });
    }

    @Override
    public void close() {
        closed = true;
        shut(server);
        open.forEach(HttpListener::shut);
        threads.shutdownNow();
    }

    private static void shut(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            LOG.trace("a socket did not close: {}", e.toString());
        }
    }
}
