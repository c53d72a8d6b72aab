// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.fetch;

import dev.racewire.ingest.fetch.FetchOutcome.Failed;
import dev.racewire.ingest.fetch.FetchOutcome.Fetched;
import dev.racewire.ingest.state.Validators;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Inside a network namespace: listens on each address, asks for each, and prints what was reached. */
final class GuardMain {

    static final List<String> PRIVATE = List.of(
            "10.1.2.3",
            "100.64.0.1",
            "169.254.169.254",
            "172.16.0.1",
            "192.168.1.1",
            "198.18.0.1",
            "fd00::1",
            "fec0::1",
            "64:ff9b::a01:203",
            "64:ff9b:1::1",
            "2002:a01:203::1",
            "2001:0:a01:203::1",
            "2001:db8::1");

    static final List<String> PUBLIC = List.of("8.8.4.4", "2606:4700:4700::1111", "64:ff9b::808:404");

    private static final int PORT = 80;
    private static final List<String> LOOPBACK = List.of("127.0.0.1", "::1");

    private final AtomicInteger reached = new AtomicInteger();
    private final HttpFetcher fetcher = new HttpFetcher(
            new HttpClientSettings("test", 4, 2, false, null),
            FetchLimits.of(Duration.ofSeconds(5), 100_000),
            Secrets.none(),
            InstantSource.system());

    public static void main(String[] args) throws Exception {
        new GuardMain().run();
        System.exit(0);
    }

    private void run() throws Exception {
        RebindingDns.start();
        for (String address : PRIVATE) {
            listen(address, reached::incrementAndGet, "HTTP/1.1 200 -\r\nContent-Length: 2\r\n\r\nno");
        }
        for (String address : LOOPBACK) {
            listen(address, reached::incrementAndGet, "HTTP/1.1 200 -\r\nContent-Length: 2\r\n\r\nno");
        }
        for (String address : PUBLIC) {
            listen(address, () -> {}, "HTTP/1.1 200 -\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok");
        }
        direct();
        redirected();
        System.out.println("rebinding: " + rebound() + " of 10");
        System.out.println("reached in private: " + reached.get());
    }

    private void direct() {
        long read = PUBLIC.stream()
                .filter(address -> fetch(address) instanceof Fetched)
                .count();
        System.out.println("public read: " + read);
        for (String address : PRIVATE) {
            forbidden(address, fetch(address));
        }
        forbidden("both.example", fetch("both.example"));
    }

    /** A public server that sends the poll on to each private address. */
    private void redirected() throws IOException {
        int port = 8_000;
        for (String address : PRIVATE) {
            port++;
            String reply = "HTTP/1.1 302 -\r\nLocation: http://" + host(address) + "/feed\r\nContent-Length: 0\r\n\r\n";
            try (ServerSocket server = new ServerSocket(port, 5, InetAddress.getByName("8.8.4.4"))) {
                serve(server, () -> {}, reply);
                forbidden("redirect to " + address, fetch("8.8.4.4:" + port));
            }
        }
    }

    /** The name is public for one question and private for the next; each poll asks once and dials that. */
    private int rebound() {
        int right = 0;
        for (int i = 0; i < 10; i++) {
            FetchOutcome outcome = fetch("rebind" + i + ".example");
            FetchOutcome next = fetch("rebind" + i + ".example");
            right += outcome instanceof Fetched && next instanceof Failed ? 1 : 0;
        }
        return right;
    }

    private static void forbidden(String what, FetchOutcome outcome) {
        if (!(outcome instanceof Failed failed) || failed.reason() != FailureReason.FORBIDDEN_ADDRESS) {
            System.out.println("unexpected: " + what + " gave " + outcome);
        }
    }

    private FetchOutcome fetch(String host) {
        return fetcher.fetch(new FetchRequest("http://" + host(host) + "/feed", Validators.NONE));
    }

    private static String host(String address) {
        return address.chars().filter(c -> c == ':').count() > 1 ? "[" + address + "]" : address;
    }

    private static void listen(String address, Runnable whenReached, String reply) throws IOException {
        serve(new ServerSocket(PORT, 50, InetAddress.getByName(address)), whenReached, reply);
    }

    private static void serve(ServerSocket server, Runnable whenReached, String reply) {
        Thread thread = new Thread(() -> {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    whenReached.run();
                    socket.getInputStream().read(new byte[4_096]);
                    socket.getOutputStream().write(reply.getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    if (!server.isClosed()) {
                        System.out.println("unexpected: " + e);
                    }
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
