// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.ingest;

import dev.racewire.app.Main;
import dev.racewire.bench.Part;
import dev.racewire.ingest.feedlist.FeedListPublisher;
import dev.racewire.ingest.feedlist.ListedFeed;
import dev.racewire.ingest.feedlist.Outlet;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicCreator;
import dev.racewire.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/** A broker, and instances of {@code racewire ingest} on it, in a directory that goes when the run is over. */
public final class Stage implements AutoCloseable {

    private static final List<String> SERVER =
            List.of("-Xmx1g", "-XX:+UseSerialGC", "-Dslf4j.internal.verbosity=ERROR");

    private final Path directory;
    private final Part broker;
    private final KafkaClients clients;
    private final List<Part> parts = new ArrayList<>();

    /** Starts the broker and creates what ingest writes to. */
    public Stage() throws Exception {
        directory = Files.createTempDirectory("racewire-bench");
        broker = part(
                BrokerMain.class,
                "broker",
                List.of(directory.resolve("broker-data").toString()));
        clients = KafkaClients.of(broker.line());
        try (Admin admin = clients.admin()) {
            new TopicCreator(admin, "").ensure(List.of(Topics.FEEDS, Topics.FEED_STATES, Topics.ARTICLES, Topics.GAPS));
        }
    }

    public KafkaClients clients() {
        return clients;
    }

    public Part broker() {
        return broker;
    }

    public Path directory() {
        return directory;
    }

    /** Starts a part of the run. */
    public Part part(Class<?> main, String name, List<String> arguments) throws IOException {
        return part(main, name, SERVER, arguments);
    }

    /** Starts a part of the run with options of the JVM. */
    public Part part(Class<?> main, String name, List<String> options, List<String> arguments) throws IOException {
        Part part = new Part(main, directory.resolve(name + ".log"), options, arguments);
        parts.add(part);
        return part;
    }

    /** Puts the feeds of a world in force. */
    public void publish(World world) throws Exception {
        publish(IntStream.range(0, world.feeds()).mapToObj(world::host).toList());
    }

    /** Puts the feeds of these hosts in force beside those that are. */
    public void publish(List<String> hosts) throws Exception {
        new FeedListPublisher(clients)
                .add(hosts.stream()
                        .map(host -> ListedFeed.of("http://" + host + "/feed", Outlet.named(host)))
                        .toList());
    }

    /** An instance of ingest that reaches the feeds through that port. */
    public Part ingest(String name, String port, Map<String, String> settings) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("ingest", "--bootstrap-servers", clients.bootstrapServers()));
        arguments.addAll(List.of("--ingest.proxy", "http://127.0.0.1:" + port));
        arguments.addAll(List.of("--ingest.allow-private-addresses", "true", "--ops.port", "0"));
        arguments.addAll(List.of("--ingest.data-dir", directory.resolve(name).toString()));
        settings.forEach((setting, value) -> arguments.addAll(List.of("--" + setting, value)));
        return part(Main.class, name, List.of("-Xmx512m", "-XX:+UseG1GC"), arguments);
    }

    @Override
    public void close() throws IOException {
        parts.forEach(Part::close);
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
