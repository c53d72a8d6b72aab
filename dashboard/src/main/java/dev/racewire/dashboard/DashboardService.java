// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard;

import dev.racewire.dashboard.api.Api;
import dev.racewire.dashboard.api.CellFeeds;
import dev.racewire.dashboard.http.WebServer;
import dev.racewire.dashboard.ops.MeterHistory;
import dev.racewire.dashboard.query.Agreement;
import dev.racewire.dashboard.stream.StreamHub;
import dev.racewire.dashboard.subscribe.Subscription;
import dev.racewire.dashboard.view.View;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.lifecycle.Readiness;
import dev.racewire.runtime.lifecycle.Service;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The dashboard: reads the public Kafka topics into memory and answers over HTTP. It writes nothing anywhere, so any
 * number of them may run.
 */
public final class DashboardService implements Service {

    private static final Logger LOG = LoggerFactory.getLogger(DashboardService.class);
    private static final long LOOK_SECONDS = 30;

    private final DashboardConfig config;
    private final Subscription subscription;
    private final StreamHub hub;
    private final WebServer server;
    private final View view;
    private final InstantSource clock;
    private final Agreement agreement = new Agreement();
    private final MeterHistory history;
    private final ScheduledExecutorService looks =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "racewire-dashboard-agreement"));

    public DashboardService(DashboardConfig config, KafkaClients clients, MeterRegistry registry) throws IOException {
        this(config, clients, registry, InstantSource.system());
    }

    DashboardService(DashboardConfig config, KafkaClients clients, MeterRegistry registry, InstantSource clock)
            throws IOException {
        this.config = config;
        DashboardMetrics metrics = new DashboardMetrics(registry);
        View view = new View(config.kept(), config.maxArticles());
        this.subscription = new Subscription(clients, view, metrics, clock);
        this.hub = new StreamHub(
                view,
                () -> subscription.readiness().isReady(),
                metrics,
                config.limits().streams(),
                config.limits().streamsPerAddress());
        this.history = new MeterHistory(registry);
        Api api =
                new Api(view, subscription::progress, config.sample(), config.firstPolls(), agreement, history, clock);
        this.view = view;
        this.clock = clock;
        CellFeeds feeds = new CellFeeds(view, config.sample(), clock);
        this.server = new WebServer(config, api, feeds, hub, metrics);
        metrics.watch(
                () -> view.articles().size(),
                () -> subscription.progress().lag(),
                hub::size,
                server::connections,
                () -> agreement.differences().size());
    }

    @Override
    public String name() {
        return "dashboard";
    }

    /** Listens at once; the page shows how far reading is. */
    @Override
    public void start() throws Exception {
        server.start();
        subscription.start();
        every(LOOK_SECONDS, this::compare);
        every(MeterHistory.STEP.toSeconds(), () -> history.look(clock.instant()));
    }

    private void every(long seconds, Runnable look) {
        var unused = looks.scheduleWithFixedDelay(look, seconds, seconds, TimeUnit.SECONDS); // each tells what fails
    }

    /** Whether the processor's counts and our own still are the same. */
    private void compare() {
        try {
            if (!subscription.readiness().isReady()) {
                return;
            }
            int before = agreement.differences().size();
            agreement.look(view.articles(), view.counts(), clock.instant());
            int now = agreement.differences().size();
            if (now > before) {
                LOG.warn(
                        "{} cells differ from racewire-counts, first {}",
                        now,
                        agreement.differences().get(0));
            }
        } catch (RuntimeException e) {
            LOG.error("the counts could not be compared", e);
        }
    }

    /** The port that page and API are on. */
    public int port() {
        return server.port();
    }

    /** Where people find the page. */
    public String address() {
        return "http://" + (config.bind().equals("0.0.0.0") ? "localhost" : config.bind()) + ":" + port() + "/";
    }

    @Override
    public Readiness readiness() {
        return subscription.readiness();
    }

    @Override
    public void close() {
        looks.shutdownNow();
        hub.close();
        server.close();
        subscription.close();
    }
}
