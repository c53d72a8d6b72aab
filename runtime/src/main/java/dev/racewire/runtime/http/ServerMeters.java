// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.runtime.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jetty.JettyConnectionMetrics;
import io.micrometer.core.instrument.binder.jetty.JettyServerThreadPoolMetrics;
import java.util.List;
import org.eclipse.jetty.server.ServerConnector;

/** What a web server says about its threads and connections, as meters that carry the server's name. */
public final class ServerMeters implements AutoCloseable {

    private static final String SERVER = "server";

    private final String server;
    private final MeterRegistry registry;

    /**
     * Meters of the server behind a connector that is not started yet. To be made before {@link Connections} is added:
     * that may close a connection while it opens, and who hears of the end before the beginning might count it for ever.
     */
    public ServerMeters(String server, ServerConnector connector, MeterRegistry registry) {
        this.server = server;
        this.registry = registry;
        Tags tags = Tags.of(SERVER, server);
        new JettyServerThreadPoolMetrics(connector.getServer().getThreadPool(), tags).bindTo(registry);
        connector.addBean(new JettyConnectionMetrics(registry, tags));
        remove("jetty.connections.bytes."); // would stay 0: only Jetty's connector for network traffic counts bytes
    }

    /** Removes the meters; for after the server has stopped, which closes its connections. */
    @Override
    public void close() {
        remove("jetty.");
    }

    private void remove(String prefix) {
        List<Meter> ours = registry.getMeters().stream()
                .filter(meter -> meter.getId().getName().startsWith(prefix))
                .filter(meter -> server.equals(meter.getId().getTag(SERVER)))
                .toList();
        ours.forEach(registry::remove);
    }
}
