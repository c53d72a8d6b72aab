// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.soak;

import dev.racewire.app.Main;
import dev.racewire.app.broker.Ports;
import dev.racewire.bench.Part;
import dev.racewire.bench.ingest.FeedServerMain;
import dev.racewire.bench.ingest.HostileFeeds;
import dev.racewire.bench.ingest.Stage;
import dev.racewire.bench.ingest.World;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicCreator;
import dev.racewire.schemas.Topics;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/**
 * All of Racewire, each part in a process of its own, reading made-up outlets, some of them hostile. Of ingest and
 * processor there are two: one is watched, the other is there to be killed.
 */
final class RunningSystem implements AutoCloseable {

    private static final Map<String, String> PACE = Map.of(
            "ingest.min-interval", "30s",
            "ingest.max-interval", "90s",
            "ingest.deadline", "5s");
    private static final List<String> OPTIONS = List.of("-Xmx512m", "-XX:+UseG1GC");

    private final Stage stage;
    private final URI page;
    private final Part ingest;
    private final Part otherIngest;
    private final Part processor;
    private final Part otherProcessor;
    private final Part dashboard;

    /**
     * Starts it.
     *
     * @param hostile feeds of each kind of hostility
     * @param kept articles that the dashboard holds at most
     */
    RunningSystem(World world, int hostile, int kept) throws Exception {
        stage = new Stage();
        try (Admin admin = stage.clients().admin()) {
            new TopicCreator(admin, "").ensure(Topics.all());
        }
        List<String> served = new ArrayList<>(world.arguments());
        served.add(String.valueOf(hostile));
        String feeds = stage.part(FeedServerMain.class, "feeds", served).line();
        processor = processor("processor");
        otherProcessor = processor("other-processor");
        int port = Ports.freeFrom(0);
        page = URI.create("http://127.0.0.1:" + port + "/");
        dashboard =
                role("dashboard", "dashboard", List.of("--dashboard.port=" + port, "--dashboard.max-articles=" + kept));
        stage.publish(world);
        stage.publish(
                HostileFeeds.of(hostile).stream().map(HostileFeeds.Feed::host).toList());
        ingest = stage.ingest("ingest", feeds, PACE);
        otherIngest = stage.ingest("other-ingest", feeds, PACE);
    }

    private Part processor(String name) throws IOException {
        return role(
                "processor",
                name,
                List.of("--processor.state-dir=" + stage.directory().resolve(name)));
    }

    private Part role(String role, String name, List<String> flags) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of(role, "--bootstrap-servers=" + clients().bootstrapServers(), "--ops.port=0"));
        arguments.addAll(flags);
        return stage.part(Main.class, name, OPTIONS, arguments);
    }

    KafkaClients clients() {
        return stage.clients();
    }

    /** Where the page is. */
    URI page() {
        return page;
    }

    /** The parts that live through all of it, by name. */
    Map<String, Part> watched() {
        Map<String, Part> watched = new LinkedHashMap<>();
        watched.put("broker", broker());
        watched.put("ingest", ingest);
        watched.put("processor", processor);
        watched.put("dashboard", dashboard);
        return watched;
    }

    Part broker() {
        return stage.broker();
    }

    Part ingest() {
        return ingest;
    }

    Part otherIngest() {
        return otherIngest;
    }

    Part processor() {
        return processor;
    }

    Part otherProcessor() {
        return otherProcessor;
    }

    @Override
    public void close() throws IOException {
        stage.close();
    }
}
