// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.docs;

import dev.racewire.app.AppSettings;
import dev.racewire.app.health.CanaryWatch;
import dev.racewire.app.role.Operations;
import dev.racewire.dashboard.DashboardConfig;
import dev.racewire.dashboard.DashboardService;
import dev.racewire.ingest.IngestConfig;
import dev.racewire.ingest.IngestService;
import dev.racewire.processor.ProcessorConfig;
import dev.racewire.processor.ProcessorService;
import dev.racewire.runtime.config.SettingSources;
import dev.racewire.runtime.config.Settings;
import dev.racewire.runtime.kafka.KafkaClients;
import io.micrometer.core.instrument.Meter;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The meters that the services register when they are made; nothing is started. */
final class OwnMeters {

    private OwnMeters() {}

    static List<Meter.Id> all() throws IOException {
        Settings settings = Settings.resolve(AppSettings.define(), new SettingSources(Map.of(), Map.of(), Map.of()));
        KafkaClients clients = KafkaClients.of("127.0.0.1:1", settings);
        PrometheusMeterRegistry registry = Operations.meters();
        new IngestService(IngestConfig.of(settings), clients, registry);
        new ProcessorService(ProcessorConfig.of(settings), clients, registry);
        new DashboardService(DashboardConfig.of(settings), clients, registry);
        new CanaryWatch(clients, registry);
        return registry.getMeters().stream()
                .map(Meter::getId)
                .filter(id -> id.getName().startsWith("racewire."))
                .toList();
    }

    static String prometheusName(Meter.Id id) {
        return new PrometheusNamingConvention().name(id.getName(), id.getType(), id.getBaseUnit())
                + (id.getType() == Meter.Type.COUNTER ? "_total" : "");
    }
}
