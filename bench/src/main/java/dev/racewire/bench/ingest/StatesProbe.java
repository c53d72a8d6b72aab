// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.ingest;

import dev.racewire.ingest.IngestConfig;
import dev.racewire.ingest.IngestService;
import dev.racewire.runtime.config.SettingSources;
import dev.racewire.runtime.config.Settings;
import dev.racewire.runtime.kafka.KafkaClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.config.ConfigDef;

/** One instance that restores what there is, polls nothing, and prints how long that took and how much memory it holds. */
final class StatesProbe {

    private StatesProbe() {}

    public static void main(String[] args) throws Exception {
        Settings settings = Settings.resolve(
                IngestConfig.define(new ConfigDef()),
                SettingSources.ofFlags(Map.of("ingest.max-interval", "2d", "ingest.data-dir", args[2])));
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        double wanted = Double.parseDouble(args[1]);
        long began = System.nanoTime();
        try (IngestService service = new IngestService(IngestConfig.of(settings), KafkaClients.of(args[0]), meters)) {
            service.start();
            while (feeds(meters) < wanted) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            System.gc();
            long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            System.out.printf(
                    Locale.ROOT,
                    "restored within %.1f s (looked at every 2 s), %d MiB of heap after a collection%n",
                    took.toMillis() / 1e3,
                    heap >> 20);
        }
        System.exit(0);
    }

    private static double feeds(SimpleMeterRegistry meters) {
        return meters.find("racewire.ingest.feeds").gauges().stream()
                .mapToDouble(gauge -> gauge.value())
                .sum();
    }
}
