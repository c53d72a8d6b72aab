// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor;

import dev.racewire.processor.classify.Taxonomy;
import dev.racewire.processor.deadletter.DeadLetterSettings;
import dev.racewire.processor.state.Lifetime;
import dev.racewire.processor.taxonomy.BundledRules;
import dev.racewire.processor.taxonomy.ClassifierJudge;
import dev.racewire.processor.taxonomy.RulesInForce;
import dev.racewire.processor.taxonomy.TaxonomyPublisher;
import dev.racewire.processor.topology.FailurePolicy;
import dev.racewire.processor.topology.FailurePolicy.Remedy;
import dev.racewire.processor.topology.InstanceId;
import dev.racewire.processor.topology.NewsTopology;
import dev.racewire.processor.topology.RestoreProgress;
import dev.racewire.processor.topology.StreamsClients;
import dev.racewire.processor.topology.StreamsSettings;
import dev.racewire.processor.verdict.Judge;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicCreator;
import dev.racewire.runtime.lifecycle.Readiness;
import dev.racewire.runtime.lifecycle.Service;
import dev.racewire.schemas.Accuracy;
import dev.racewire.schemas.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The processor as a service: judges, clusters and counts articles until it is stopped. */
public final class ProcessorService implements Service {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessorService.class);
    private static final Duration CLOSING = Duration.ofSeconds(20);

    /** What Streams says, by this alone, of a folder that another instance has locked. */
    private static final String FOLDER_IN_USE = "Unable to initialize state";

    /** A promotion that others know of is heard of within milliseconds, unless the broker hangs. */
    private static final Duration PROMOTION = Duration.ofMinutes(1);

    private final ProcessorConfig config;
    private final KafkaClients clients;
    private final ProcessorMetrics metrics;
    private final Function<Taxonomy, List<Accuracy>> measure;
    private final BundledRules bundled;
    private final Object lock = new Object();
    private final InstantSource clock = InstantSource.system();
    private final FailurePolicy failures = new FailurePolicy();
    private final RestoreProgress restore = new RestoreProgress();
    private volatile @Nullable KafkaStreams streams;
    private volatile @Nullable Throwable failure;

    /** A processor that publishes the bundled taxonomy, where it is missing, without measured accuracy. */
    public ProcessorService(ProcessorConfig config, KafkaClients clients, MeterRegistry registry) {
        this(config, clients, registry, BundledRules.load(), taxonomy -> List.of());
    }

    /**
     * A processor.
     *
     * @param bundled the taxonomy that this build carries, which may still be being read
     * @param measure accuracy of a taxonomy that is published for the first time
     */
    public ProcessorService(
            ProcessorConfig config,
            KafkaClients clients,
            MeterRegistry registry,
            BundledRules bundled,
            Function<Taxonomy, List<Accuracy>> measure) {
        this.bundled = bundled;
        this.measure = measure;
        this.config = config;
        this.clients = clients;
        this.metrics = new ProcessorMetrics(registry);
    }

    @Override
    public String name() {
        return "processor";
    }

    @Override
    public void start() throws IOException, InterruptedException, ExecutionException {
        try (Admin admin = clients.admin()) {
            new TopicCreator(admin, clients.topicPrefix()).ensure(Topics.all());
        }
        TaxonomyPublisher publisher = new TaxonomyPublisher(clients, clock, measure);
        publisher.publishBundled(bundled.taxonomy());
        StreamsConfig settings = new StreamsConfig(StreamsSettings.of(clients, own(), config.streams()));
        synchronized (lock) {
            streams = first(settings);
        }
        publisher.addAccuracy(bundled.taxonomy());
    }

    private KafkaStreams first(StreamsConfig settings) throws IOException {
        try {
            return run(settings);
        } catch (StreamsException e) {
            if (String.valueOf(e.getMessage()).startsWith(FOLDER_IN_USE)) {
                throw new IOException("another process holds " + config.stateDir()
                        + ": give each processor its own --processor.state-dir");
            }
            throw e;
        }
    }

    private KafkaStreams run(StreamsConfig settings) {
        RulesInForce rules = new RulesInForce(this::compile, PROMOTION, metrics::inForce);
        KafkaStreams started = new MeasuredStreams(
                NewsTopology.build(
                        settings,
                        clients.topicPrefix(),
                        new Lifetime(config.horizon()),
                        config.heartbeatInterval(),
                        rules,
                        metrics::heard),
                settings,
                new StreamsClients(clients));
        started.setGlobalStateRestoreListener(restore);
        started.setUncaughtExceptionHandler(cause -> onFailure(cause, settings));
        metrics.watch(started);
        try {
            started.start();
            return started;
        } catch (StreamsException e) {
            // Streams opens the stores that it finds already here.
            if (failures.after(e, clock.instant()) != Remedy.REBUILD) {
                throw e;
            }
            return runAnew(started, settings, e);
        }
    }

    /** Runs without the state on this disk, which can't be read. */
    private KafkaStreams runAnew(KafkaStreams broken, StreamsConfig settings, Throwable cause) {
        LOG.warn("the state in {} can't be read; it is read back from Kafka", config.stateDir(), cause);
        broken.close(CLOSING);
        metrics.forget();
        broken.cleanUp();
        return run(settings);
    }

    private Judge compile(dev.racewire.schemas.Taxonomy published) {
        return published.getVersion().equals(bundled.judge().taxonomyVersion())
                ? bundled.judge()
                : new ClassifierJudge(Taxonomy.of(published.getFiles()));
    }

    private Map<String, Object> own() throws IOException {
        return Map.of(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
                InstanceId.in(config.stateDir()),
                StreamsConfig.APPLICATION_ID_CONFIG,
                clients.topicPrefix() + config.applicationId(),
                StreamsConfig.STATE_DIR_CONFIG,
                config.stateDir().toString(),
                StreamsConfig.NUM_STREAM_THREADS_CONFIG,
                config.threads(),
                StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG,
                config.standbyReplicas(),
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                config.commitInterval().toMillis(),
                DeadLetterSettings.TOPIC_PREFIX,
                clients.topicPrefix(),
                DeadLetterSettings.LISTENER,
                (DeadLetterSettings.Listener) metrics::setAside);
    }

    private StreamThreadExceptionResponse onFailure(Throwable cause, StreamsConfig settings) {
        Remedy remedy = failures.after(cause, clock.instant());
        switch (remedy) {
            case REPLACE -> LOG.warn("a processing thread failed and is replaced", cause);
            case REBUILD -> {
                Thread rebuild = new Thread(() -> rebuild(settings, cause), "racewire-processor-rebuild");
                rebuild.setDaemon(true);
                rebuild.start();
            }
            case FAIL -> {
                LOG.error("the processor has failed; what was not committed is rolled back", cause);
                failure = cause;
            }
        }
        return remedy == Remedy.REPLACE
                ? StreamThreadExceptionResponse.REPLACE_THREAD
                : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private void rebuild(StreamsConfig settings, Throwable cause) {
        synchronized (lock) {
            KafkaStreams broken = streams;
            if (broken == null) {
                return;
            }
            try {
                streams = runAnew(broken, settings, cause);
            } catch (RuntimeException e) {
                LOG.error("the state can't be rebuilt", e);
                failure = e;
            }
        }
    }

    @Override
    public Readiness readiness() {
        Throwable cause = failure;
        KafkaStreams running = streams;
        if (cause != null) {
            return Readiness.failed(rootOf(cause));
        }
        if (running == null) {
            return Readiness.starting("not started");
        }
        return switch (running.state()) {
            case RUNNING -> Readiness.ready();
            case CREATED, REBALANCING -> Readiness.starting(waitingFor());
            case PENDING_SHUTDOWN, NOT_RUNNING -> Readiness.starting("stopping");
            case PENDING_ERROR, ERROR -> Readiness.starting("processing stopped; see the log");
        };
    }

    private String waitingFor() {
        String restoring = restore.describe();
        return restoring.isEmpty() ? "waiting for its share of the partitions" : restoring;
    }

    private static String rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.toString();
    }

    @Override
    public void close() {
        synchronized (lock) {
            KafkaStreams running = streams;
            streams = null;
            if (running != null) {
                // Leaving the group hands the partitions over at once instead of after the session's end.
                running.close(CloseOptions.timeout(CLOSING)
                        .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
            }
            metrics.forget();
        }
    }
}
