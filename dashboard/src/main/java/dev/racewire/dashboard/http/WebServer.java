// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.http;

import dev.racewire.dashboard.DashboardConfig;
import dev.racewire.dashboard.DashboardMetrics;
import dev.racewire.dashboard.api.Api;
import dev.racewire.dashboard.api.CellFeeds;
import dev.racewire.dashboard.stream.StreamHub;
import dev.racewire.runtime.http.Connections;
import dev.racewire.runtime.http.ServerMeters;
import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jetty with its handlers, in the order in which a request meets them: guard, stream, API, cell feeds, page. */
public final class WebServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final int THREADS = 32;
    private static final int PER_PROCESSOR = 4;
    private static final int WAITING = 512;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OTHER_PORTS = 50;
    private static final long IDLE_MILLIS = 30_000;
    private static final int HEADER_BYTES = 8 * 1024;

    private final DashboardConfig config;
    private final Server server;
    private final ServerConnector connector;
    private final ServerMeters meters;
    private final Connections connections;

    public WebServer(DashboardConfig config, Api api, CellFeeds feeds, StreamHub hub, DashboardMetrics metrics)
            throws IOException {
        this.config = config;
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("racewire-dashboard-http");
        threads.setDaemon(true);
        this.server = new Server(threads);
        this.connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(protocol()));
        connector.setHost(config.bind());
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setAcceptQueueSize(128);
        this.meters = metrics.watch(connector);
        this.connections = new Connections(
                config.limits().connections(),
                config.limits().connectionsPerAddress(),
                () -> metrics.refused("connections"));
        connector.addBean(connections);
        server.addConnector(connector);
        server.setErrorHandler(new Errors());
        Handler handlers = new Handler.Sequence(
                new StreamHandler(api, hub, connections),
                new Turns(
                        new ApiHandler(api, metrics),
                        PER_PROCESSOR * Runtime.getRuntime().availableProcessors(),
                        WAITING,
                        PATIENCE,
                        metrics),
                new CellFeedHandler(feeds),
                new PageHandler());
        server.setHandler(new Guard(
                handlers,
                config.bind(),
                config.allowedHosts(),
                new Access(config.token(), config.feedKey(), InstantSource.system()),
                new Rates(config.limits().questionsPerSecond()),
                metrics));
    }

    private static HttpConfiguration protocol() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        return http;
    }

    /** Listens on the port, or on the next free one. */
    public void start() throws Exception {
        connector.setPort(config.port());
        open();
        server.start();
    }

    private void open() throws IOException {
        int last = config.port() == 0 ? 0 : Math.min(config.port() + OTHER_PORTS, 65535);
        for (int port = config.port(); port <= last; port++) {
            connector.setPort(port);
            try {
                connector.open();
                if (port != config.port()) {
                    LOG.info("port {} is in use, the dashboard takes {}", config.port(), port);
                }
                return;
            } catch (IOException e) {
                if (!(e instanceof BindException || e.getCause() instanceof BindException)) {
                    throw e;
                }
            }
        }
        throw new IOException("ports " + config.port() + " to " + last + " on " + config.bind()
                + " are in use or not ours: choose another with --dashboard.port");
    }

    /** How many connections are open. */
    public int connections() {
        return connections.size();
    }

    /** The port that it listens on. */
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("the web server did not stop cleanly: {}", e.toString());
        }
        meters.close();
    }
}
