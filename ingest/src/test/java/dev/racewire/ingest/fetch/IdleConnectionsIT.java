// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.racewire.ingest.fetch.FetchOutcome.Fetched;
import dev.racewire.ingest.state.Validators;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server of many hosts that never closes a connection by itself. */
class IdleConnectionsIT {

    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<rss/>".getBytes(StandardCharsets.US_ASCII);

    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ServerSocket server;

    IdleConnectionsIT() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                taken.incrementAndGet();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                return; // The test is over.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = socket.getInputStream();
            int lineEnds = 0;
            for (int read = in.read(); read >= 0; read = in.read()) {
                lineEnds = read == '\n' ? lineEnds + 1 : read == '\r' ? lineEnds : 0;
                if (lineEnds == 2) {
                    socket.getOutputStream().write(ANSWER);
                }
            }
        } catch (IOException ignored) {
            // The client may end it as it likes.
        } finally {
            ended.incrementAndGet();
        }
    }

    @Test
    void areNoMoreThanPollsUnderWayHoweverManyHostsThereAre() {
        int most = 4;
        int hosts = 20;
        try (HttpFetcher fetcher = new HttpFetcher(
                new HttpClientSettings("Racewire/test", most, 2, true, null),
                FetchLimits.of(Duration.ofSeconds(5), 1_000),
                Secrets.none(),
                InstantSource.system())) {
            for (int host = 0; host < hosts; host++) {
                String url = "http://paper" + host + ".localhost:" + server.getLocalPort() + "/feed";
                assertThat(fetcher.fetch(new FetchRequest(url, Validators.NONE)))
                        .isInstanceOf(Fetched.class);
            }
            assertThat(taken).hasValue(hosts);
            await().untilAsserted(() -> assertThat(taken.get() - ended.get()).isLessThanOrEqualTo(most));
        }
    }
}
