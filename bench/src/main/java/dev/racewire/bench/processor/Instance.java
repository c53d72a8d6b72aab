// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.processor;

import dev.racewire.app.Main;
import dev.racewire.app.broker.Ports;
import dev.racewire.bench.Part;
import dev.racewire.processor.topology.InstanceId;
import dev.racewire.runtime.kafka.KafkaClients;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code racewire processor} in a JVM of its own, as the launcher starts it, with a standby wherever another runs. */
final class Instance implements AutoCloseable {

    static final List<String> OPTIONS = List.of("-Xmx1g", "-XX:+UseG1GC", "-Xshare:auto");

    private static final String RESTORED = "kafka_consumer_fetch_manager_bytes_consumed_total";
    private static final long BETWEEN_LOOKS_SECONDS = 11; // its meters are refreshed every ten

    private final Path state;
    private final int port = Ports.freeFrom(0);
    private final HttpClient http = HttpClient.newHttpClient();
    private final Part part;

    Instance(Path folder, KafkaClients clients) throws IOException {
        Files.createDirectories(folder);
        state = folder.resolve("state");
        part = new Part(
                Main.class,
                folder.resolve("log"),
                OPTIONS,
                List.of(
                        "processor",
                        "--bootstrap-servers=" + clients.bootstrapServers(),
                        "--topic-prefix=" + clients.topicPrefix(),
                        "--ops.port=" + port,
                        "--processor.standby-replicas=1",
                        "--processor.state-dir=" + state));
    }

    /** Whether it is that member of its group. */
    boolean is(String member) throws IOException {
        return member.startsWith(InstanceId.in(state));
    }

    /** {@code kill -9} for good. */
    void kill() {
        close();
    }

    /** {@code kill -9}, and up again at once. */
    void killAndStart() throws IOException, InterruptedException {
        part.kill(Duration.ZERO);
    }

    long memory() throws IOException {
        return part.memory();
    }

    /** Bytes of its state on disk. */
    long disk() throws IOException {
        return WorkFolder.bytes(state);
    }

    /** Waits until it has read back all state that it is to hold; returns how many bytes that was. */
    long awaitRestored() throws IOException, InterruptedException {
        long before = -1;
        long now = 0;
        while (now != before || now == 0) {
            TimeUnit.SECONDS.sleep(BETWEEN_LOOKS_SECONDS);
            before = now;
            now = restored();
        }
        return now;
    }

    private long restored() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofLines())
                    .body()
                    .filter(line ->
                            line.startsWith(RESTORED) && line.contains("restore-consumer") && line.contains("topic="))
                    .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (ConnectException e) {
            return 0; // it is on its way
        }
    }

    @Override
    public void close() {
        part.close();
    }
}
