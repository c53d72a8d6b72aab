// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.health;

import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicReader;
import dev.racewire.runtime.lifecycle.Readiness;
import dev.racewire.runtime.lifecycle.Service;
import dev.racewire.schemas.Canary;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import dev.racewire.schemas.WireFormatException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the heartbeats as a subscriber would, and tells by meters how old the last one of each partition is and how
 * long they took. It runs in every process, so that it does not fall silent with what it watches.
 */
public final class CanaryWatch implements Service {

    private static final Logger LOG = LoggerFactory.getLogger(CanaryWatch.class);
    private static final Duration LOOK_BACK = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final long RETRY_SECONDS = 5;

    private final KafkaClients clients;
    private final MeterRegistry registry;
    private final InstantSource clock;
    private final Instant since;
    private final Timer duration;
    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());
    private final CountDownLatch stop = new CountDownLatch(1);
    private String trouble = "";
    private @Nullable Thread thread;

    public CanaryWatch(KafkaClients clients, MeterRegistry registry) {
        this.clients = clients;
        this.registry = registry;
        this.clock = InstantSource.system();
        this.since = clock.instant();
        this.duration = Timer.builder("racewire.canary.duration")
                .description("From a heartbeat's start in the first task until a subscriber reads it")
                .serviceLevelObjectives(steps())
                .register(registry);
        show(Topics.ARTICLES.partitions());
    }

    private static Duration[] steps() {
        return new Duration[] {
            Duration.ofMillis(50),
            Duration.ofMillis(100),
            Duration.ofMillis(250),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(60),
            Duration.ofMinutes(5)
        };
    }

    @Override
    public String name() {
        return "canary";
    }

    @Override
    public void start() {
        Thread running = new Thread(this::run, "racewire-canary-watch");
        running.setDaemon(true);
        running.start();
        thread = running;
    }

    private void run() {
        while (stop.getCount() > 0) {
            try {
                follow();
            } catch (KafkaException e) {
                tell(e.toString());
                pause();
            }
        }
    }

    /** Each trouble once, not at every try: it may last for as long as this account lacks a right. */
    private void tell(String now) {
        if (!now.equals(trouble)) {
            LOG.warn("the heartbeats can't be read for now: {}", now);
            trouble = now;
        }
    }

    private void follow() {
        try (Consumer<String, byte[]> consumer = clients.consumer(Map.of())) {
            Heartbeats heartbeats = show(TopicReader.partitions(consumer, Topics.ARTICLES.in(clients.topicPrefix()))
                    .size());
            seekBack(consumer);
            if (!trouble.isEmpty()) {
                LOG.info("the heartbeats are read again");
                trouble = "";
            }
            while (stop.getCount() > 0) {
                consumer.poll(POLL).forEach(record -> hear(record, heartbeats));
            }
        }
    }

    /** Gauges hold on to what they show; those of an earlier turn are replaced. */
    private Heartbeats show(int partitions) {
        Heartbeats heartbeats = new Heartbeats(partitions);
        registry.find("racewire.canary.age").meters().forEach(registry::remove);
        for (int number = 0; number < partitions; number++) {
            int partition = number;
            Gauge.builder("racewire.canary.age", heartbeats, state -> age(state, partition))
                    .description(
                            "Time since the last heartbeat that came through set out; counts from the start of this"
                                    + " process when none has")
                    .baseUnit("seconds")
                    .tag("partition", String.valueOf(partition))
                    .strongReference(true)
                    .register(registry);
        }
        return heartbeats;
    }

    private double age(Heartbeats heartbeats, int partition) {
        Instant from = heartbeats.last(partition).orElse(since);
        return Duration.between(from, clock.instant()).toMillis() / 1000.0;
    }

    private void seekBack(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = TopicReader.partitions(consumer, Topics.CANARIES.in(clients.topicPrefix()));
        consumer.assign(partitions);
        long from = since.minus(LOOK_BACK).toEpochMilli();
        Map<TopicPartition, OffsetAndTimestamp> starts =
                consumer.offsetsForTimes(partitions.stream().collect(Collectors.toMap(p -> p, p -> from)));
        consumer.seekToEnd(partitions);
        starts.forEach((partition, start) -> {
            if (start != null) {
                consumer.seek(partition, start.offset());
            }
        });
    }

    private void hear(ConsumerRecord<String, byte[]> record, Heartbeats heartbeats) {
        Canary heartbeat;
        try {
            heartbeat = wire.decode(record.value(), Canary.class);
        } catch (WireFormatException e) {
            LOG.warn("a record of {} is no heartbeat: {}", record.topic(), e.getMessage());
            return;
        }
        if (heartbeat == null) {
            return;
        }
        heartbeats.hear(heartbeat);
        if (heartbeat.getSent().isAfter(since)) {
            duration.record(Duration.between(heartbeat.getSent(), clock.instant()));
        }
    }

    private void pause() {
        try {
            stop.await(RETRY_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop.countDown();
        }
    }

    /** It reports on others; what it can't read for a while is no reason to restart this process. */
    @Override
    public Readiness readiness() {
        return Readiness.ready();
    }

    @Override
    public void close() {
        stop.countDown();
        try {
            if (thread != null) {
                thread.join(Duration.ofSeconds(5).toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
