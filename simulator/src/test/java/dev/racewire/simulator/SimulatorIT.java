// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.racewire.simulator.behaviour.Faults;
import dev.racewire.simulator.behaviour.Showing;
import dev.racewire.simulator.format.FeedFormat;
import dev.racewire.simulator.ledger.LedgerEntry;
import dev.racewire.simulator.news.Item;
import dev.racewire.simulator.news.Script;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatorIT {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final FeedSpec SPEC =
            new FeedSpec("north.example", "/feed.xml", FeedFormat.RSS, "North", "en", 2, Map.of("X-Own", "yes"));

    private final HttpClient client = HttpClient.newHttpClient();
    private Instant now = NOON;
    private Simulator simulator;
    private SimulatedFeed feed;

    @BeforeEach
    void serve() throws IOException {
        simulator = Simulator.start(0, () -> now);
        Script script = new Script();
        script.publish(NOON, item("a", "First")).publish(NOON, item("b", "Second"));
        script.publish(NOON.plusSeconds(10), item("c", "Third"));
        script.publish(NOON.plusSeconds(20), item("b", "Second, corrected"));
        feed = simulator.add(SPEC, script);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void showsTheNewestAsTimeGoesBy() throws Exception {
        assertThat(get().body()).containsSubsequence("Second", "First").doesNotContain("Third");
        now = NOON.plusSeconds(10);
        assertThat(get().body()).containsSubsequence("Third", "Second").doesNotContain("First");
        now = NOON.plusSeconds(20);
        assertThat(get().body())
                .containsSubsequence("Third", "Second, corrected")
                .doesNotContain(">Second<");
    }

    @Test
    void answersConditionalRequests() throws Exception {
        HttpResponse<String> first = get();
        assertThat(first.headers().firstValue("X-Own")).hasValue("yes");
        String etag = first.headers().firstValue("ETag").orElseThrow();
        String date = first.headers().firstValue("Last-Modified").orElseThrow();

        assertThat(get("If-None-Match", etag).statusCode()).isEqualTo(304);
        assertThat(get("If-Modified-Since", date).statusCode()).isEqualTo(304);
        assertThat(get("If-None-Match", etag).body()).isEmpty();

        now = NOON.plusSeconds(10);
        assertThat(get("If-None-Match", etag).statusCode()).isEqualTo(200);
        assertThat(get("If-Modified-Since", date).statusCode()).isEqualTo(200);
    }

    @Test
    void compressesForClientsThatTakeIt() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(simulator.directUrl(SPEC))
                .header("Accept-Encoding", "gzip")
                .build();
        HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
        assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
        try (GZIPInputStream body = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).contains("Second");
        }
    }

    @Test
    void servesItsHostsAsAProxy() throws Exception {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), simulator.port());
        HttpClient proxied =
                HttpClient.newBuilder().proxy(ProxySelector.of(address)).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(SPEC.url())).build();
        assertThat(proxied.send(request, BodyHandlers.ofString()).body()).contains("Second");
        assertThat(simulator.requests().byHost()).containsOnlyKeys("north.example");
    }

    @Test
    void knowsWhatWasReadAndWhatIsOwed() throws Exception {
        String etag = get().headers().firstValue("ETag").orElseThrow();
        assertThat(entry(0).acknowledged()).as("written, but perhaps not read").isFalse();
        now = NOON.plusSeconds(10);
        get("If-None-Match", etag);

        assertThat(entry(0).acknowledged()).isTrue();
        assertThat(entry(0).answers()).isEqualTo(1);
        assertThat(entry(0).removed()).isEqualTo(now);
        assertThat(entry(0).owed()).isTrue();
        await("the ledger hears of an answer after its last byte")
                .untilAsserted(() -> assertThat(entry(1).answers()).isEqualTo(2));
        assertThat(entry(2).acknowledged()).isFalse();
        assertThat(entry(2).owed()).as("still shown").isTrue();
    }

    @Test
    void owesNothingThatNobodyCouldKnowOf() {
        now = NOON.plusSeconds(20);
        assertThat(entry(0).owed()).isFalse();
        assertThat(entry(1).removed()).as("edited").isEqualTo(now);
        assertThat(entry(3).item().title()).isEqualTo("Second, corrected");
    }

    @Test
    void misbehavesOnDemand() throws Exception {
        String etag = get().headers().firstValue("ETag").orElseThrow();
        feed.behave(Faults.status(500));
        assertThat(get().statusCode()).isEqualTo(500);
        feed.behave(Faults.throttled("120"));
        assertThat(get().headers().firstValue("Retry-After")).hasValue("120");
        feed.behave(Faults.redirected(301, "http://elsewhere.example/"));
        assertThat(get().headers().firstValue("Location")).hasValue("http://elsewhere.example/");
        feed.behave(Faults.html());
        assertThat(get().body()).contains("<html>");
        feed.behave(Faults.brokenXml());
        assertThat(get().body()).contains("<rss").doesNotContain("</rss>");
        feed.behave(Showing.EMPTY);
        assertThat(get().body()).contains("</rss>").doesNotContain("<item>");
        now = NOON.plusSeconds(20);
        feed.behave(Faults.alwaysNotModified());
        assertThat(get("If-None-Match", etag).statusCode()).isEqualTo(304);
        feed.behave(Faults.changingEtags());
        assertThat(get().headers().firstValue("ETag"))
                .isNotEqualTo(get().headers().firstValue("ETag"));
    }

    @Test
    void takesATwistedAnswerForUnread() throws Exception {
        feed.behave(Faults.status(500));
        get();
        assertThat(entry(0).answers()).isZero();
    }

    @Test
    void knowsNothingElse() throws Exception {
        URI other = URI.create("http://127.0.0.1:" + simulator.port() + "/south.example/feed.xml");
        HttpRequest request = HttpRequest.newBuilder(other).build();
        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(404);
        HttpRequest post = HttpRequest.newBuilder(simulator.directUrl(SPEC))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(client.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }

    private HttpResponse<String> get(String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(simulator.directUrl(SPEC));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private LedgerEntry entry(int number) {
        List<LedgerEntry> entries = simulator.ledger().toList();
        return entries.get(number);
    }

    private static Item item(String id, String title) {
        return new Item(id, id, "https://north.example/" + id, title, "", NOON);
    }
}
