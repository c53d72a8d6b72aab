// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.dashboard.SampleWeek;
import dev.racewire.dashboard.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebServerIT {

    private final HttpClient client = HttpClient.newHttpClient();
    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = new TestServer(Map.of());
        SampleWeek.into(server.feeding(), Instant.now());
        server.publish();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void servesEveryFileOfThePage() throws Exception {
        for (PageFile file : PageFile.all()) {
            HttpResponse<String> answer = get(file.path());
            assertThat(answer.statusCode()).as(file.path()).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-type")).contains(file.contentType());
            assertThat(answer.body()).isNotEmpty();
        }
    }

    @Test
    void forbidsThePageEverythingThatItWasNotWrittenFor() throws Exception {
        var headers = get("/").headers();
        assertThat(headers.firstValue("content-security-policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
        assertThat(headers.firstValue("referrer-policy")).contains("no-referrer");
        assertThat(headers.firstValue("server")).isEmpty();
    }

    @Test
    void answersNotModifiedToWhoHasTheAnswer() throws Exception {
        String path = "/api/v1/matrix?from=2026-01-01&to=2026-01-02";
        String tag = get(path).headers().firstValue("etag").orElseThrow();
        HttpResponse<String> again = client.send(
                HttpRequest.newBuilder(server.address(path))
                        .header("If-None-Match", tag)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void compressesWhatIsLong() throws Exception {
        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(server.address("/api/v1/matrix"))
                        .header("Accept-Encoding", "gzip")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("content-encoding")).contains("gzip");
        assertThat(answer.body().length).isLessThan(get("/api/v1/matrix").body().length() / 3);
    }

    @Test
    void theWholePageIsLighterThan100Kilobytes() throws Exception {
        long sum = 0;
        for (PageFile file : PageFile.all()) {
            if (!file.path().startsWith("/i18n/") || file.path().contains("en")) {
                sum += client.send(
                                HttpRequest.newBuilder(server.address(file.path()))
                                        .header("Accept-Encoding", "gzip")
                                        .build(),
                                HttpResponse.BodyHandlers.ofByteArray())
                        .body()
                        .length;
            }
        }
        assertThat(sum).isLessThan(100_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/js/",
                "/js/..%2findex.html",
                "/%2e%2e/etc/passwd",
                "/lib/uplot/../uplot/uplot.js.map"
            })
    void hasNothingElse(String path) throws Exception {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 4")
                .contains("application/problem+json")
                .doesNotContain("at org.");
    }

    @Test
    void refusesAnotherHostName() throws Exception {
        assertThat(raw("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421")
                .contains("/problems/wrong-host");
    }

    @Test
    void refusesToBeWrittenTo() throws Exception {
        assertThat(
                        raw(
                                "POST /api/v1/matrix HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405");
    }

    @Test
    void refusesAnEndlessQuestion() throws Exception {
        String path = "/api/v1/matrix?q=" + "x".repeat(1_000_000);
        assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 414")
                .doesNotContain("at org.");
        assertThat(get("/api/v1/status").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesABrokenEncoding() throws Exception {
        assertThat(raw("GET /api/v1/matrix?q=%ff%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void aFeedKeyOpensCellFeedsAndNothingElse() throws Exception {
        server.close();
        server = new TestServer(Map.of("dashboard.token", "s3cret", "dashboard.feed-key", "k3y"));
        assertThat(get("/feeds/all/all.atom").statusCode()).isEqualTo(401);
        assertThat(get("/feeds/all/all.atom?key=wrong").statusCode()).isEqualTo(401);
        assertThat(get("/feeds/all/all.atom?key=k3y").statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/status?key=k3y").statusCode()).isEqualTo(401);
    }

    @Test
    void wantsTheTokenWhereThereIsOne() throws Exception {
        server.close();
        server = new TestServer(Map.of("dashboard.token", "s3cret"));
        assertThat(get("/").statusCode()).isEqualTo(401);
        HttpRequest bearer = HttpRequest.newBuilder(server.address("/api/v1/status"))
                .header("Authorization", "Bearer s3cret")
                .build();
        assertThat(client.send(bearer, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
        assertThat(get("/?token=s3cret").statusCode())
                .as("in an address it would stay")
                .isEqualTo(401);
    }

    @Test
    void aLinkOpensThePageOnceAndTheBrowserStaysIn() throws Exception {
        server.close();
        server = new TestServer(Map.of("dashboard.token", "s3cret"));
        String link = "/?once=" + new Passes("s3cret", InstantSource.system()).link();
        HttpResponse<String> once = get(link);
        assertThat(once.statusCode()).isEqualTo(302);
        assertThat(get(link).statusCode()).as("a second time").isEqualTo(401);
        String cookie = once.headers().firstValue("set-cookie").orElseThrow();
        assertThat(cookie)
                .contains("HttpOnly", "SameSite=Lax", "Max-Age=43200")
                .doesNotContain("s3cret")
                .doesNotContain("Secure");
        assertThat(URI.create(once.headers().firstValue("location").orElseThrow())
                        .getQuery())
                .isNull();
        HttpRequest later = HttpRequest.newBuilder(server.address("/"))
                .header("Cookie", cookie.substring(0, cookie.indexOf(';')))
                .build();
        assertThat(client.send(later, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
        HttpRequest behindTls = HttpRequest.newBuilder(
                        server.address("/?once=" + new Passes("s3cret", InstantSource.system()).link()))
                .header("X-Forwarded-Proto", "https")
                .build();
        assertThat(client.send(behindTls, HttpResponse.BodyHandlers.ofString())
                        .headers()
                        .firstValue("set-cookie"))
                .hasValueSatisfying(secure -> assertThat(secure).contains("Secure"));
    }

    @Test
    void takesTheNextPortWhereOneIsInUse() throws Exception {
        int taken = server.address("/").getPort();
        try (TestServer second = new TestServer(Map.of("dashboard.port", String.valueOf(taken)))) {
            assertThat(second.address("/").getPort()).isGreaterThan(taken);
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(server.address(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** A request as bytes, for what a well-behaved client would not send. */
    private String raw(String request) throws IOException {
        URI address = server.address("/");
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            try {
                out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                // The server may refuse before it has read everything; its answer counts.
            }
            InputStream in = socket.getInputStream();
            StringBuilder answer = new StringBuilder();
            try {
                for (int read = in.read(); read >= 0; read = in.read()) {
                    answer.append((char) read);
                }
            } catch (IOException e) {
                // Reset after the answer.
            }
            return answer.toString();
        }
    }
}
