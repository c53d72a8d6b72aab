// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest;

import dev.racewire.runtime.config.SettingSources;
import dev.racewire.runtime.config.Settings;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.lifecycle.Lifecycle;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.config.ConfigDef;
import org.jspecify.annotations.Nullable;

/**
 * Ingest in a process of its own, for tests that kill it. Arguments: bootstrap servers, then name=value, where {@code
 * fast-clock} is no setting but "moment, the same moment in milliseconds of the world, factor".
 */
final class IngestMain {

    private IngestMain() {}

    public static void main(String[] args) throws Exception {
        Map<String, String> flags = new TreeMap<>();
        for (int i = 1; i < args.length; i++) {
            String[] pair = args[i].split("=", 2);
            flags.put(pair[0], pair[1]);
        }
        String words = flags.remove("fail-point");
        UnaryOperator<Producer<String, byte[]>> producers =
                words == null ? UnaryOperator.identity() : FailPoint.of(words)::in;
        InstantSource clock = clock(flags.remove("fast-clock"));
        String prefix = flags.getOrDefault("topic-prefix", "");
        flags.remove("topic-prefix");
        Settings settings = Settings.resolve(IngestConfig.define(new ConfigDef()), SettingSources.ofFlags(flags));
        try (Lifecycle lifecycle = new Lifecycle()) {
            lifecycle.stopOnSignal();
            lifecycle.start(new IngestService(
                    IngestConfig.of(settings),
                    KafkaClients.of(args[0]).withTopicPrefix(prefix),
                    new SimpleMeterRegistry(),
                    clock,
                    producers));
            lifecycle.awaitStopRequest();
        }
    }

    /** A clock that agrees with those of other processes. */
    private static InstantSource clock(@Nullable String words) {
        if (words == null) {
            return InstantSource.system();
        }
        String[] parts = words.split(",");
        Instant begin = Instant.parse(parts[0]);
        long real = Long.parseLong(parts[1]);
        double factor = Double.parseDouble(parts[2]);
        return () -> begin.plusMillis((long) ((System.currentTimeMillis() - real) * factor));
    }
}
