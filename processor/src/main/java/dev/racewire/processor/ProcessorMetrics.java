// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor;

import dev.racewire.processor.verdict.Outcome;
import dev.racewire.schemas.Accuracy;
import dev.racewire.schemas.DeadLetterHeaders;
import dev.racewire.schemas.Taxonomy;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;

/**
 * What the processor does, in numbers. Sightings by outcome and dead letters together are all records read from {@code
 * racewire-articles}; what is processed again after a failure is counted again here, and only here.
 */
final class ProcessorMetrics {

    private static final String ALL = "*";
    private static final Duration REFRESH = Duration.ofSeconds(10);

    private final MeterRegistry registry;
    private final MultiGauge accuracy;
    private final Map<Outcome.Kind, Counter> sightings = new EnumMap<>(Outcome.Kind.class);
    private @Nullable KafkaStreamsMetrics streamsMetrics;
    private @Nullable ScheduledExecutorService refresher;

    ProcessorMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.accuracy = MultiGauge.builder("racewire.classifier.f1")
                .description(
                        "F1 of \"in scope\" on the labelled stories of a language (BCP 47, * for all) by the taxonomy in force: 0 to 1")
                .register(registry);
        accuracy(Map.of(ALL, Double.NaN)); // not known yet
        for (Outcome.Kind kind : Outcome.Kind.values()) {
            sightings.put(
                    kind,
                    Counter.builder("racewire.processor.sightings")
                            .description("Sightings by what they were")
                            .tag("outcome", kind.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
        deadLetters(DeadLetterHeaders.READING);
        deadLetters(DeadLetterHeaders.JUDGING);
    }

    void heard(Outcome.Kind kind) {
        Counter counter = sightings.get(kind);
        if (counter != null) {
            counter.increment();
        }
    }

    /** A taxonomy came into force, or its accuracy was measured. */
    void inForce(Taxonomy taxonomy) {
        accuracy(taxonomy.getAccuracy().stream()
                .filter(measured -> measured.getTopic().equals(ALL))
                .collect(Collectors.toMap(Accuracy::getLanguage, Accuracy::getF1)));
    }

    private void accuracy(Map<String, Double> f1) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        f1.forEach((language, value) -> rows.add(MultiGauge.Row.of(Tags.of("language", language), value)));
        accuracy.register(rows, true);
    }

    /** A record was set aside at that stage. */
    void setAside(String stage) {
        deadLetters(stage).increment();
    }

    private Counter deadLetters(String stage) {
        return Counter.builder("racewire.processor.dead.letters")
                .description("Records set aside by the stage that failed")
                .tag("stage", stage)
                .register(registry);
    }

    /** Adds the metrics of Kafka Streams, and those that appear later as tasks come. */
    void watch(KafkaStreams streams) {
        refresher = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "racewire-processor-metrics");
            thread.setDaemon(true);
            return thread;
        });
        streamsMetrics = new KafkaStreamsMetrics(streams, List.of(), refresher, REFRESH);
        streamsMetrics.bindTo(registry);
    }

    /** Removes the metrics of Kafka Streams. */
    void forget() {
        if (streamsMetrics != null) {
            streamsMetrics.close();
            streamsMetrics = null;
        }
        if (refresher != null) {
            refresher.shutdownNow();
            refresher = null;
        }
    }
}
