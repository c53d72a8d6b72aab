// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard;

import dev.racewire.dashboard.api.Api;
import dev.racewire.dashboard.api.CellFeeds;
import dev.racewire.dashboard.http.WebServer;
import dev.racewire.dashboard.ops.MeterHistory;
import dev.racewire.dashboard.query.Agreement;
import dev.racewire.dashboard.stream.StreamHub;
import dev.racewire.dashboard.subscribe.Progress;
import dev.racewire.runtime.config.SettingSources;
import dev.racewire.runtime.config.Settings;
import dev.racewire.runtime.lifecycle.Readiness;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.config.ConfigDef;

/** The real web server over a view that is fed by the test instead of by Kafka. */
public final class TestServer implements AutoCloseable {

    private final WebServer server;
    private final StreamHub hub;
    private final Api api;
    private final Feeding feeding = new Feeding();
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final MeterHistory history = new MeterHistory(registry);

    public TestServer(Map<String, String> flags) throws Exception {
        Map<String, String> all = new HashMap<>(Map.of("dashboard.port", "0"));
        all.putAll(flags);
        DashboardConfig config = DashboardConfig.of(
                Settings.resolve(DashboardConfig.define(new ConfigDef()), SettingSources.ofFlags(all)));
        DashboardMetrics metrics = new DashboardMetrics(registry);
        Progress ready = new Progress(Readiness.State.READY, 1, 1, 0, "");
        this.hub = new StreamHub(
                feeding.view(),
                () -> true,
                metrics,
                config.limits().streams(),
                config.limits().streamsPerAddress());
        this.api = new Api(
                feeding.view(),
                () -> ready,
                config.sample(),
                config.firstPolls(),
                new Agreement(),
                history,
                InstantSource.system());
        CellFeeds feeds = new CellFeeds(feeding.view(), config.sample(), InstantSource.system());
        this.server = new WebServer(config, api, feeds, hub, metrics);
        server.start();
    }

    /** Where meters are kept that the operators' page shows. */
    public MeterRegistry registry() {
        return registry;
    }

    /** Has all meters looked at. */
    public void look(Instant now) {
        history.look(now);
    }

    public Feeding feeding() {
        return feeding;
    }

    public void publish() {
        feeding.publish(Instant.now());
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    /** Each resource's name and parameters. */
    public Map<String, Set<String>> resources() {
        Map<String, Set<String>> all = new TreeMap<>();
        api.resources().forEach((name, parameters) -> all.put(name, new TreeSet<>(parameters)));
        return all;
    }

    /** How many connections are open. */
    public int connections() {
        return server.connections();
    }

    /** How many clients the stream has. */
    public int streams() {
        return hub.size();
    }

    @Override
    public void close() {
        hub.close();
        server.close();
    }

    /** Shows the page with a made-up week, for work on its looks: {@code exec:java} with the test classes. */
    public static void main(String[] args) throws Exception {
        String port = args.length > 0 ? args[0] : "8090";
        TestServer server = new TestServer(Map.of("dashboard.port", port, "dashboard.sample", "SAMPLE"));
        SampleWeek.into(server.feeding(), Instant.now());
        server.publish();
        System.out.println(server.address("/"));
        Thread.currentThread().join();
    }
}
