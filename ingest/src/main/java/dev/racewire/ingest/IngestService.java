// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest;

import dev.racewire.ingest.assign.FeedGroup;
import dev.racewire.ingest.fetch.HttpFetcher;
import dev.racewire.ingest.parse.FeedParser;
import dev.racewire.ingest.publish.FeedTransaction;
import dev.racewire.ingest.publish.PollRecords;
import dev.racewire.ingest.publish.TransactionalId;
import dev.racewire.ingest.schedule.PollQueue;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.lifecycle.Readiness;
import dev.racewire.runtime.lifecycle.Service;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Polls the feeds that {@code racewire-feeds} lists, shared with all other instances of the same group. */
public final class IngestService implements Service {

    private static final Logger LOG = LoggerFactory.getLogger(IngestService.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final IngestConfig config;
    private final KafkaClients clients;
    private final UnaryOperator<Producer<String, byte[]>> producers;
    private final IngestMetrics metrics;
    private final InstantSource clock;
    private final NetworkWatch network = new NetworkWatch();

    private @Nullable TransactionalId identity;
    private @Nullable HttpFetcher fetcher;
    private @Nullable PollThreads threads;
    private @Nullable DiskWatch disk;
    private @Nullable IngestLoop loop;
    private @Nullable Thread thread;
    private volatile boolean stopping;
    private volatile @Nullable Throwable failure;

    public IngestService(IngestConfig config, KafkaClients clients, MeterRegistry registry) {
        this(config, clients, registry, Clock.systemUTC());
    }

    /** By another clock than the system's, for runs in fast time; deadlines of polls stay real. */
    public IngestService(IngestConfig config, KafkaClients clients, MeterRegistry registry, InstantSource clock) {
        this(config, clients, registry, clock, UnaryOperator.identity());
    }

    /** With a look at every producer, by which tests kill the process in the middle of a transaction. */
    IngestService(
            IngestConfig config,
            KafkaClients clients,
            MeterRegistry registry,
            InstantSource clock,
            UnaryOperator<Producer<String, byte[]>> producers) {
        this.clock = clock;
        this.producers = producers;
        this.config = config;
        this.clients = clients;
        this.metrics = new IngestMetrics(registry);
    }

    @Override
    public String name() {
        return "ingest";
    }

    /** Starts the threads; feeds are polled as soon as the group has shared them out. */
    @Override
    public void start() throws IOException {
        TransactionalId id = TransactionalId.of(config.dataDir(), clients.topicPrefix());
        identity = id;
        HttpFetcher fetching = config.fetcher(clock);
        fetcher = fetching;
        metrics.watch(fetching);
        Poller poller = new Poller(
                fetching,
                new FeedParser(clock),
                new PollRecords(clients.topicPrefix()),
                network,
                config.maxItems(),
                clock);
        PollThreads polling = new PollThreads(poller, metrics, config.maxInFlight());
        threads = polling;
        DiskWatch watching = new DiskWatch(clients, config.maxDisk());
        disk = watching;
        watching.start();
        IngestLoop working = new IngestLoop(
                config,
                new FeedBoard(config.pace(), config.startSpread(), new PollQueue(config.perHost(), config.hostPause())),
                polling,
                this::group,
                new Transactions(() -> transaction(id), metrics),
                () -> watching.full().isEmpty(),
                metrics,
                clock);
        loop = working;
        Thread running = new Thread(() -> run(working), "racewire-ingest");
        thread = running;
        running.start();
    }

    private FeedGroup group(FeedGroup.Owner owner) {
        Consumer<String, byte[]> consumer = FeedGroup.consumer(clients, config.sessionTimeout());
        metrics.watch(consumer);
        return new FeedGroup(clients, consumer, owner);
    }

    private FeedTransaction transaction(TransactionalId id) {
        Producer<String, byte[]> producer = FeedTransaction.producer(clients, id.value());
        metrics.watch(producer);
        return new FeedTransaction(producers.apply(producer));
    }

    /** What goes wrong here is the environment: the service says so and stands still until it is restarted. */
    private void run(IngestLoop working) {
        try {
            working.begin();
            while (!stopping) {
                working.turn();
            }
            working.end(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            failure = e;
            LOG.error("ingest stands still: {}", e.toString(), e);
        } finally {
            working.close();
            metrics.forget();
        }
    }

    @Override
    public Readiness readiness() {
        if (failure != null) {
            return Readiness.failed(failure.toString());
        }
        if (loop == null || !loop.settled()) {
            return Readiness.starting("the feeds are being shared out");
        }
        if (disk != null && !disk.full().isEmpty()) {
            return Readiness.starting(disk.full());
        }
        return network.down() ? Readiness.starting("no network: no feed can be reached") : Readiness.ready();
    }

    @Override
    public void close() {
        stopping = true;
        try {
            if (thread != null) {
                thread.join(Duration.ofSeconds(15).toMillis());
            }
            if (disk != null) {
                disk.close();
            }
            if (threads != null) {
                threads.close();
            }
            if (fetcher != null) {
                fetcher.close();
            }
            if (identity != null) {
                identity.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("the data directory was not let go cleanly: {}", e.toString());
        }
    }
}
