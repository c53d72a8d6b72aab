// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard;

import dev.racewire.runtime.http.ServerMeters;
import dev.racewire.runtime.kafka.ClientMeters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.eclipse.jetty.server.ServerConnector;

/**
 * What the dashboard tells operators. Records read = records in the view + unreadable ones; streams opened = streams
 * open + streams closed, by whatever reason.
 */
public final class DashboardMetrics {

    private final MeterRegistry registry;
    private final Counter read;
    private final Counter unreadable;

    public DashboardMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.read = records("read");
        this.unreadable = records("unreadable");
        streamsOpened();
        List.of("client", "slow", "stop").forEach(this::streamsClosed);
        List.of("rate", "busy", "connections").forEach(this::refusals);
    }

    /** Adds what the web server says about its threads and connections, until that is closed. */
    public ServerMeters watch(ServerConnector connector) {
        return new ServerMeters("dashboard", connector, registry);
    }

    /** Adds what the consumer of the public Kafka topics says about itself, until that is closed. */
    public ClientMeters watch(Consumer<?, ?> consumer) {
        return new ClientMeters(consumer, registry);
    }

    private Counter records(String outcome) {
        return Counter.builder("racewire.dashboard.records")
                .description("Records of the public Kafka topics.")
                .tag("outcome", outcome)
                .register(registry);
    }

    public void recordRead() {
        read.increment();
    }

    public void recordUnreadable() {
        unreadable.increment();
    }

    /** A question was answered, or refused. */
    public void answered(String resource, int status, Duration took) {
        Timer.builder("racewire.dashboard.requests")
                .description("Answers of the API.")
                .tag("resource", resource)
                .tag("status", status / 100 + "xx")
                .register(registry)
                .record(took);
    }

    /** A client was sent away: it asked too often, too many asked at once, or it held too many connections. */
    public void refused(String reason) {
        refusals(reason).increment();
    }

    private Counter refusals(String reason) {
        return Counter.builder("racewire.dashboard.refused")
                .description("Requests and connections that were refused, by reason.")
                .tag("reason", reason)
                .register(registry);
    }

    public void streamOpened() {
        streamsOpened().increment();
    }

    private Counter streamsOpened() {
        return Counter.builder("racewire.dashboard.streams.opened")
                .description("Clients of the live stream that came.")
                .register(registry);
    }

    /** A client of the stream went away: by itself, because it read too slowly, or because the dashboard stops. */
    public void streamClosed(String reason) {
        streamsClosed(reason).increment();
    }

    private Counter streamsClosed(String reason) {
        return Counter.builder("racewire.dashboard.streams.closed")
                .description("Clients of the live stream that went, by reason.")
                .tag("reason", reason)
                .register(registry);
    }

    /** Shows how many articles the view holds, how many records wait, how many streams and connections are open. */
    public void watch(
            Supplier<Number> articles,
            Supplier<Number> lag,
            Supplier<Number> streams,
            Supplier<Number> connections,
            Supplier<Number> differences) {
        Gauge.builder("racewire.dashboard.articles", articles)
                .description("Articles that the view holds.")
                .register(registry);
        Gauge.builder("racewire.dashboard.lag", lag)
                .description("Records that wait at the brokers.")
                .register(registry);
        Gauge.builder("racewire.dashboard.streams", streams)
                .description("Open clients of the live stream.")
                .register(registry);
        Gauge.builder("racewire.dashboard.connections", connections)
                .description("Open connections of the web server.")
                .register(registry);
        Gauge.builder("racewire.dashboard.disagreements", differences)
                .description("Cells of the last days in which racewire-counts says otherwise than the articles.")
                .register(registry);
    }
}
