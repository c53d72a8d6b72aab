// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.racewire.ingest.fetch.FetchOutcome.Failed;
import dev.racewire.ingest.fetch.FetchOutcome.Fetched;
import dev.racewire.ingest.state.Validators;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way to write "this machine", asked for directly and by a redirect: no connection is made. */
class GuardIT {

    private final AtomicInteger reached = new AtomicInteger();
    private ServerSocket canary;
    private Thread watch;

    @BeforeEach
    void listen() throws Exception {
        canary = new ServerSocket(0, 50, InetAddress.getByName("::"));
        watch = new Thread(this::count, "canary");
        watch.start();
    }

    private void count() {
        try {
            while (!canary.isClosed()) {
                canary.accept().close();
                reached.incrementAndGet();
            }
        } catch (IOException e) {
            assertThat(canary.isClosed()).isTrue();
        }
    }

    @AfterEach
    void close() throws Exception {
        canary.close();
        watch.join();
    }

    private static FetchOutcome fetch(String url, boolean allowPrivate, @Nullable URI proxy) {
        HttpClientSettings settings = new HttpClientSettings("test", 4, 2, allowPrivate, proxy);
        FetchLimits limits = FetchLimits.of(Duration.ofSeconds(5), 100_000);
        try (HttpFetcher fetcher = new HttpFetcher(settings, limits, Secrets.none(), InstantSource.system())) {
            return fetcher.fetch(new FetchRequest(url, Validators.NONE));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "2130706433",
                "0x7f000001",
                "0177.0.0.1",
                "127.1",
                "0",
                "0.0.0.0",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[0:0:0:0:0:ffff:7f00:1]",
                "[::]",
                "127.0.0.1.",
                "LOCALHOST",
                "%31%32%37.0.0.1",
                "127\u30020\u30020\u30021",
                "\u2460\u2461\u2466.0.0.1",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]"
            })
    void reachesNoLoopbackAddressHoweverItIsWritten(String host) throws Exception {
        String url = "http://" + host + ":" + canary.getLocalPort() + "/feed";
        assertThat(fetch(url, false, null)).isInstanceOf(Failed.class);
        HttpHandler redirect = exchange -> {
            exchange.getResponseHeaders().set("Location", url);
            exchange.sendResponseHeaders(302, -1);
        };
        assertThat(throughProxy(redirect, "http://8.8.8.8/feed")).isInstanceOf(Failed.class);
        assertThat(reached).hasValue(0);
    }

    @Test
    void reachesItWhereThatIsAllowed() {
        assertThat(fetch("http://127.0.0.1:" + canary.getLocalPort() + "/", true, null))
                .isInstanceOf(Failed.class);
        assertThat(fetch("http://x.localhost:" + canary.getLocalPort() + "/", true, null))
                .isInstanceOf(Failed.class);
        assertThat(reached).hasValue(2);
    }

    @Test
    void guardsWhatAProxyIsAskedFor() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpHandler answer = exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write(new byte[] {'o', 'k'});
        };
        assertThat(throughProxy(answer, "http://8.8.8.8/feed")).isInstanceOf(Fetched.class);
        assertThat(throughProxy(answer, "http://169.254.169.254/latest/meta-data"))
                .isInstanceOfSatisfying(
                        Failed.class, f -> assertThat(f.reason()).isEqualTo(FailureReason.FORBIDDEN_ADDRESS));
        assertThat(asked).hasValue(1);
    }

    /** The proxy stands for the public network: it is trusted itself, what it is asked for is not. */
    private static FetchOutcome throughProxy(HttpHandler network, String url) throws IOException {
        HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        try {
            proxy.createContext("/", exchange -> {
                try (exchange) {
                    network.handle(exchange);
                }
            });
            proxy.start();
            URI address = URI.create("http://127.0.0.1:" + proxy.getAddress().getPort());
            return fetch(url, false, address);
        } finally {
            proxy.stop(0);
        }
    }
}
