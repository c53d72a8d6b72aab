// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.dashboard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Clients of the live stream on plain sockets, some of which never read what they are sent. */
final class Streams implements AutoCloseable {

    private static final int SMALL = 4 * 1024;

    private final List<Socket> sockets = new ArrayList<>();
    private final AtomicLong events = new AtomicLong();
    private final ConcurrentLinkedQueue<Long> delays = new ConcurrentLinkedQueue<>();
    private volatile long sent;

    /** Opens the clients; the first {@code silent} of them never read. */
    Streams(URI base, int clients, int silent) throws IOException {
        for (int i = 0; i < clients; i++) {
            Socket socket = new Socket();
            if (i < silent) {
                socket.setReceiveBufferSize(SMALL);
            }
            socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
            socket.getOutputStream()
                    .write(("GET /api/v1/stream HTTP/1.1\r\nHost: " + base.getHost() + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            sockets.add(socket);
            if (i >= silent) {
                Thread reader = new Thread(() -> read(socket), "bench-stream");
                reader.setDaemon(true);
                reader.start();
            }
        }
    }

    private void read(Socket socket) {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 4096)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("event: article") || line.startsWith("event:article")) {
                    events.incrementAndGet();
                    delays.add(System.nanoTime() - sent);
                }
            }
        } catch (IOException e) {
            // Closed, by us or for reading too slowly; what it had is counted.
        }
    }

    /** Says that an article is sent now; what clients receive next is measured from here. */
    void sending() {
        sent = System.nanoTime();
    }

    long events() {
        return events.get();
    }

    /** Median and worst delay in milliseconds. */
    String delays() {
        List<Long> sorted = delays.stream().sorted().toList();
        return sorted.isEmpty()
                ? "none"
                : "p50 %.0f ms  p99 %.0f ms  worst %.0f ms"
                        .formatted(
                                sorted.get(sorted.size() / 2) / 1e6,
                                sorted.get((int) (sorted.size() * 0.99)) / 1e6,
                                sorted.get(sorted.size() - 1) / 1e6);
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
