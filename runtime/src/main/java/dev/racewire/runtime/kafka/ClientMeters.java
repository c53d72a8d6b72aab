// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.runtime.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/** What a Kafka client says about itself, as meters; new ones of it are found within ten seconds, not a minute. */
public final class ClientMeters implements AutoCloseable {

    private static final Duration REFRESH = Duration.ofSeconds(10);

    private final ScheduledExecutorService refresher = Executors.newSingleThreadScheduledExecutor(ClientMeters::thread);
    private final KafkaClientMetrics meters;

    /** Meters of a producer. */
    public ClientMeters(Producer<?, ?> producer, MeterRegistry registry) {
        meters = new KafkaClientMetrics(producer, List.of(), refresher, REFRESH);
        meters.bindTo(registry);
    }

    /** Meters of a consumer. */
    public ClientMeters(Consumer<?, ?> consumer, MeterRegistry registry) {
        meters = new KafkaClientMetrics(consumer, List.of(), refresher, REFRESH);
        meters.bindTo(registry);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "racewire-client-meters");
        thread.setDaemon(true);
        return thread;
    }

    /** Removes the meters; for before the client is closed. */
    @Override
    public void close() {
        meters.close();
        refresher.shutdownNow();
    }
}
