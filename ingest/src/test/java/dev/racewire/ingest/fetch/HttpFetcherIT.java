// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.racewire.ingest.fetch.FetchOutcome.Failed;
import dev.racewire.ingest.fetch.FetchOutcome.Fetched;
import dev.racewire.ingest.fetch.FetchOutcome.Gone;
import dev.racewire.ingest.fetch.FetchOutcome.NotModified;
import dev.racewire.ingest.fetch.FetchOutcome.Throttled;
import dev.racewire.ingest.state.Validators;
import dev.racewire.simulator.FeedSpec;
import dev.racewire.simulator.Simulator;
import dev.racewire.simulator.behaviour.Hostility;
import dev.racewire.simulator.news.SeededNews;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HttpFetcherIT {

    private static final byte[] FEED = "<rss/>".getBytes(StandardCharsets.UTF_8);

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private HttpFetcher fetcher;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.start();
        fetcher = new HttpFetcher(
                new HttpClientSettings("Racewire/test (+me@example.org)", 8, 2, true, null),
                FetchLimits.of(Duration.ofSeconds(2), 100_000),
                Secrets.of(Map.of(
                        "paper-key", "s3cr3t",
                        "header.a.localhost.Authorization", "Bearer t0k3n",
                        "login.c.localhost", "me:w0rd")),
                InstantSource.system());
    }

    @AfterEach
    void close() {
        fetcher.close();
        server.stop(0);
    }

    private void serve(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            asked.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            try (exchange) {
                handler.handle(exchange);
            }
        });
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private void serve(String path, int status, Map<String, String> headers) {
        serve(path, exchange -> {
            headers.forEach(exchange.getResponseHeaders()::set);
            send(exchange, status, status == 304 || status / 100 == 3 ? new byte[0] : FEED);
        });
    }

    private String url(String path) {
        return "http://a.localhost:" + server.getAddress().getPort() + path;
    }

    private FetchOutcome fetch(String path) {
        return fetcher.fetch(new FetchRequest(url(path), Validators.NONE));
    }

    @Test
    void givesBodyValidatorsAndLifetime() {
        serve(
                "/feed",
                200,
                Map.of(
                        "ETag", "W/\"1\"",
                        "Cache-Control", "public, max-age=600",
                        "Age", "100",
                        "Content-Type", "application/rss+xml"));
        assertThat(fetch("/feed")).isInstanceOfSatisfying(Fetched.class, answer -> {
            assertThat(answer.body().bytes()).isEqualTo(FEED);
            assertThat(answer.validators().etag()).isEqualTo("W/\"1\"");
            assertThat(answer.validators().bodyHash()).hasSize(64);
            assertThat(answer.lifetime()).isEqualTo(Duration.ofSeconds(500));
            assertThat(answer.contentType()).isEqualTo("application/rss+xml");
            assertThat(answer.cut()).isNull();
        });
    }

    @Test
    void asksConditionally() {
        serve("/feed", exchange -> {
            var headers = exchange.getRequestHeaders();
            boolean both = "\"1\"".equals(headers.getFirst("If-None-Match"))
                    && "then".equals(headers.getFirst("If-Modified-Since"));
            send(exchange, both ? 304 : 200, both ? new byte[0] : FEED);
        });
        FetchRequest conditional = new FetchRequest(url("/feed"), new Validators("\"1\"", "then", null));
        assertThat(fetcher.fetch(conditional)).isInstanceOf(NotModified.class);
        assertThat(fetch("/feed")).isInstanceOf(Fetched.class);
    }

    @ParameterizedTest
    @CsvSource({
        "400, CLIENT_ERROR",
        "401, REFUSED",
        "403, REFUSED",
        "404, NOT_FOUND",
        "451, REFUSED",
        "500, SERVER_ERROR",
        "304, ODD_STATUS",
        "300, ODD_STATUS"
    })
    void namesFailuresByStatus(int status, FailureReason reason) {
        serve("/feed", status, Map.of());
        assertThat(fetch("/feed"))
                .isInstanceOfSatisfying(
                        Failed.class, f -> assertThat(f.reason()).isEqualTo(reason));
    }

    @Test
    void understandsPleasForPatienceAndTheEnd() {
        serve("/seconds", 429, Map.of("Retry-After", "120"));
        serve("/date", 503, Map.of("Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT"));
        serve("/past", 429, Map.of("Retry-After", "Thu, 01 Jan 1970 00:00:00 GMT"));
        serve("/nonsense", 429, Map.of("Retry-After", "-5"));
        serve("/gone", 410, Map.of());
        assertThat(fetch("/seconds")).isEqualTo(new Throttled(429, Duration.ofMinutes(2)));
        assertThat(fetch("/date"))
                .isInstanceOfSatisfying(
                        Throttled.class, t -> assertThat(t.retryAfter()).isGreaterThan(Duration.ofDays(9)));
        assertThat(fetch("/past")).isEqualTo(new Throttled(429, Duration.ZERO));
        assertThat(fetch("/nonsense")).isEqualTo(new Throttled(429, null));
        assertThat(fetch("/gone")).isEqualTo(new Gone());
    }

    @Test
    void followsRedirectsAndNamesOnlyThePermanentOnes() {
        serve("/feed", 200, Map.of());
        serve("/moved", 301, Map.of("Location", "/again"));
        serve("/again", 308, Map.of("Location", url("/feed")));
        serve("/for-now", 302, Map.of("Location", "/feed"));
        serve("/first-moved", 301, Map.of("Location", "/for-now"));
        assertThat(moved("/moved")).isEqualTo(url("/feed"));
        assertThat(moved("/for-now")).isNull();
        assertThat(moved("/first-moved")).isEqualTo(url("/for-now"));
    }

    private String moved(String path) {
        return ((Fetched) fetch(path)).movedTo();
    }

    @ParameterizedTest
    @CsvSource({
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://user:pw@a.localhost/",
        "ftp://a.localhost/",
        "/loop",
        "http://"
    })
    void followsNoRedirectToWhereNobodyPolls(String location) {
        serve("/loop", 301, Map.of("Location", location));
        assertThat(fetch("/loop"))
                .isInstanceOfSatisfying(
                        Failed.class, f -> assertThat(f.reason()).isEqualTo(FailureReason.BAD_REDIRECT));
        assertThat(asked).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void keepsSecretsToTheirHostAndOutOfEverythingElse() {
        serve("/feed", 200, Map.of());
        serve("/away", 301, Map.of("Location", url("/feed").replace("a.localhost", "b.localhost")));
        serve("/here", 301, Map.of("Location", "/feed?key=s3cr3t"));
        assertThat(fetch("/feed?key=${paper-key}")).isInstanceOf(Fetched.class);
        assertThat(fetch("/away")).isInstanceOf(Fetched.class);
        assertThat(moved("/here")).isEqualTo(url("/feed?key=${paper-key}"));
        assertThat(asked)
                .containsExactly(
                        "/feed?key=s3cr3t Bearer t0k3n",
                        "/away Bearer t0k3n",
                        "/feed null",
                        "/here Bearer t0k3n",
                        "/feed?key=s3cr3t Bearer t0k3n");
        assertThat(fetch("/feed?key=${other}"))
                .isInstanceOfSatisfying(
                        Failed.class, f -> assertThat(f.reason()).isEqualTo(FailureReason.MISSING_SECRET));
    }

    @Test
    void logsInWhereALoginIsGiven() {
        serve("/feed", 200, Map.of());
        String elsewhere = url("/feed").replace("a.localhost", "c.localhost");
        assertThat(fetcher.fetch(new FetchRequest(elsewhere, Validators.NONE))).isInstanceOf(Fetched.class);
        assertThat(asked).containsExactly("/feed Basic bWU6dzByZA==");
    }

    @Test
    void cutsWhatIsTooLong() {
        serve("/large", exchange -> send(exchange, 200, new byte[300_000]));
        assertThat(fetch("/large")).isInstanceOfSatisfying(Fetched.class, answer -> {
            assertThat(answer.body().bytes()).hasSize(100_000);
            assertThat(answer.cut()).isEqualTo("longer than 100000 bytes");
        });
    }

    @Test
    void usesAConnectionAgain() throws IOException {
        try (Simulator simulator = Simulator.start()) {
            FeedSpec spec = FeedSpec.rss("honest.example", "/feed");
            simulator.add(spec, new SeededNews(1, "https://honest.example", Instant.now(), Duration.ofMinutes(9), 9));
            String url = simulator.directUrl(spec).toString();
            Validators validators = ((Fetched) fetcher.fetch(new FetchRequest(url, Validators.NONE))).validators();
            for (int i = 0; i < 3; i++) {
                assertThat(fetcher.fetch(new FetchRequest(url, validators))).isInstanceOf(NotModified.class);
                assertThat(fetcher.fetch(new FetchRequest(url, Validators.NONE)))
                        .isInstanceOf(Fetched.class);
            }
            assertThat(simulator.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Hostility.class)
    void outlivesEveryHostileServer(Hostility hostility) throws IOException {
        try (Simulator simulator = Simulator.start()) {
            FeedSpec spec = FeedSpec.rss("hostile.example", "/feed");
            Instant begin = Instant.now().minusSeconds(9_999);
            simulator
                    .add(spec, new SeededNews(1, "https://hostile.example", begin, Duration.ofMinutes(9), 9))
                    .behave(hostility);
            FetchOutcome outcome =
                    fetcher.fetch(new FetchRequest(simulator.directUrl(spec).toString(), Validators.NONE));
            if (outcome instanceof Fetched answer) {
                assertThat(answer.cut() != null || hostility == Hostility.HOSTILE_VALIDATORS)
                        .isTrue();
                assertThat(answer.validators().lastModified()).isNull();
            }
        }
        serve("/feed", 200, Map.of());
        assertThat(fetch("/feed")).isInstanceOf(Fetched.class);
    }
}
