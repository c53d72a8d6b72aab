// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.simulator.behaviour.Hostility;
import dev.racewire.simulator.news.SeededNews;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostilityIT {

    private static final int ENOUGH = 200_000;

    /** What a client sees within a short while. */
    private record Seen(String text, boolean ended) {}

    /** Words that must be in the answer. */
    private static final Map<Hostility, String> SIGNS = Map.ofEntries(
            Map.entry(Hostility.CUT_BODY, "<rss"),
            Map.entry(Hostility.CUT_CHUNK, "1000\r\n<rss"),
            Map.entry(Hostility.SILENT, ""),
            Map.entry(Hostility.STALLED_BODY, "<rss"),
            Map.entry(Hostility.SLOW_HEAD, "H"),
            Map.entry(Hostility.SLOW_BODY, "Content-Length: 6000\r\n\r\n "),
            Map.entry(Hostility.ENDLESS_BODY, "More and more"),
            Map.entry(Hostility.ENDLESS_HEADERS, "X-More"),
            Map.entry(Hostility.ENDLESS_HEADER_LINE, "longer and longer"),
            Map.entry(Hostility.ENDLESS_INTERIM, "103 Early Hints"),
            Map.entry(Hostility.ENDLESS_CHUNK_EXTENSION, "5;more=and more"),
            Map.entry(Hostility.HUGE_CHUNK, "FFFFFFFFFFFFFFFF"),
            Map.entry(Hostility.GZIP_BOMB, "Content-Encoding: gzip"),
            Map.entry(Hostility.TWO_LENGTHS, "Content-Length: 6\r\nContent-Length: 600"),
            Map.entry(Hostility.REDIRECT_LOOP, "Location: /feed.xml"),
            Map.entry(Hostility.HOSTILE_VALIDATORS, "\rX-Injected"));

    @ParameterizedTest
    @EnumSource(Hostility.class)
    void doesWhatItSaysAndHarmsNoOtherFeed(Hostility hostility) throws IOException {
        try (Simulator simulator = Simulator.start()) {
            SeededNews news = new SeededNews(1, "https://a.example", Instant.now(), Duration.ofDays(1), 20);
            simulator.add(FeedSpec.rss("bad.example", "/feed.xml"), news).behave(hostility);
            simulator.add(FeedSpec.rss("good.example", "/feed.xml"), news);

            assertThat(look(simulator, "bad.example").text()).contains(SIGNS.get(hostility));
            assertThat(look(simulator, "good.example").text()).contains("</rss>");
            assertThat(simulator.ledger().filter(entry -> entry.feedUrl().contains("bad")))
                    .allMatch(entry -> entry.answers() == 0);
        }
    }

    @Test
    void endsCutAnswersAtOnceAndLetsStalledOnesHang() throws IOException {
        try (Simulator simulator = Simulator.start()) {
            SeededNews news = new SeededNews(1, "https://a.example", Instant.now(), Duration.ofDays(1), 20);
            SimulatedFeed feed = simulator.add(FeedSpec.rss("bad.example", "/feed.xml"), news);
            feed.behave(Hostility.CUT_BODY);
            assertThat(look(simulator, "bad.example").ended()).isTrue();
            feed.behave(Hostility.STALLED_BODY);
            assertThat(look(simulator, "bad.example").ended()).isFalse();
        }
    }

    private static Seen look(Simulator simulator, String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), simulator.port())) {
            socket.setSoTimeout(500);
            String request = "GET /feed.xml HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            ByteArrayOutputStream seen = new ByteArrayOutputStream();
            boolean ended = readInto(seen, socket.getInputStream());
            return new Seen(seen.toString(StandardCharsets.ISO_8859_1), ended);
        }
    }

    private static boolean readInto(ByteArrayOutputStream seen, InputStream in) throws IOException {
        byte[] buffer = new byte[8_192];
        long deadline = System.nanoTime() + Duration.ofSeconds(1).toNanos();
        try {
            while (seen.size() < ENOUGH && System.nanoTime() < deadline) {
                int length = in.read(buffer);
                if (length < 0) {
                    return true;
                }
                seen.write(buffer, 0, length);
            }
        } catch (SocketTimeoutException e) {
            return false;
        }
        return false;
    }
}
