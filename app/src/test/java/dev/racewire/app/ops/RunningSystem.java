// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.ops;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code racewire up} in a process of its own, on a feed that has something new at each poll. */
final class RunningSystem implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path folder;
    private final HttpServer feeds;
    private final Queue<String> asked;
    private final Process process;

    private RunningSystem(Path folder, HttpServer feeds, Queue<String> asked, Process process) {
        this.asked = asked;
        this.folder = folder;
        this.feeds = feeds;
        this.process = process;
    }

    /** With that feed, a path of the feed server as the list holds it. */
    static RunningSystem start(Path folder, String feed, String... settings) throws IOException {
        HttpServer feeds = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        AtomicInteger polls = new AtomicInteger();
        Queue<String> asked = new ConcurrentLinkedQueue<>();
        feeds.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            byte[] body = feed(polls.incrementAndGet()).getBytes(StandardCharsets.UTF_8);
            try (exchange) {
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        feeds.start();
        Files.writeString(
                folder.resolve("feeds.csv"),
                "url,name,language\nhttp://127.0.0.1:" + feeds.getAddress().getPort() + feed + ",Outlet,en\n");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-Duser.home=" + folder,
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.racewire.app.Main",
                "up",
                "--data-dir=" + folder.resolve("data"),
                "--feeds=" + folder.resolve("feeds.csv"),
                "--port=0",
                "--broker.port=0",
                "--registry.port=0",
                "--ops.port=0",
                "--ingest.allow-private-addresses",
                "--ingest.start-spread=1ms",
                "--ingest.min-interval=1s",
                "--ingest.max-interval=1s",
                "--processor.heartbeat-interval=1s"));
        command.addAll(List.of(settings));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("up.log").toFile())
                .start();
        return new RunningSystem(folder, feeds, asked, process);
    }

    private static String feed(int poll) {
        StringBuilder items = new StringBuilder();
        for (int number = poll * 3; number < poll * 3 + 20; number++) {
            items.append("<item><title>Washington tightens export controls on AI chips for China, round ")
                    .append(number)
                    .append("</title><link>http://outlet.example/")
                    .append(number)
                    .append("</link></item>");
        }
        return "<rss version=\"2.0\"><channel><title>Outlet</title>" + items + "</channel></rss>";
    }

    /** Host and port of its operators' port. */
    String ops() {
        return find("(?m)^  health +http://(\\S+)/health/ready");
    }

    /** Address of its page, with a slash at the end. */
    String page() {
        return find("(?m)^  page +(\\S+)");
    }

    String broker() {
        return find("(?m)^  Kafka +(\\S+)");
    }

    /** What the feed server was asked for, in one text. */
    String asked() {
        return String.join(" ", asked);
    }

    String log() throws IOException {
        return Files.readString(folder.resolve("up.log"));
    }

    private String find(String pattern) {
        return await().atMost(PATIENCE)
                .until(
                        () -> {
                            if (!process.isAlive()) {
                                throw new AssertionError("it has ended: " + log());
                            }
                            return Pattern.compile(pattern).matcher(log());
                        },
                        Matcher::find)
                .group(1);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        feeds.stop(0);
    }
}
