// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.role;

import dev.racewire.app.AppSettings;
import dev.racewire.app.broker.Ports;
import dev.racewire.app.cli.Version;
import dev.racewire.runtime.config.Settings;
import dev.racewire.runtime.lifecycle.Lifecycle;
import dev.racewire.runtime.ops.OpsServer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.logging.LogbackMetrics;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What operators see of a process: its meters, and the port that shows them beside its health. */
public final class Operations {

    private static final Logger LOG = LoggerFactory.getLogger(Operations.class);

    private Operations() {}

    /** A registry that holds the meters of the JVM and takes those of the services. */
    public static PrometheusMeterRegistry meters() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        List.of(
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new ClassLoaderMetrics(),
                        new ProcessorMetrics(),
                        new FileDescriptorMetrics(),
                        new UptimeMetrics(),
                        new LogbackMetrics(),
                        new JvmGcMetrics(),
                        new DiskSpaceMetrics(Path.of("").toAbsolutePath().toFile()))
                .forEach(meters -> meters.bindTo(registry));
        Gauge.builder("racewire.build", () -> 1)
                .description("1, with the version that runs")
                .tag("version", Version.ofBuild())
                .register(registry);
        return registry;
    }

    /** The operators' port of a process. */
    public static OpsServer port(Settings settings, PrometheusMeterRegistry registry, Lifecycle lifecycle)
            throws IOException {
        int wanted = settings.integer(AppSettings.OPS_PORT);
        int port = Ports.freeFrom(wanted);
        if (wanted != 0 && port != wanted) {
            LOG.info("port {} is in use: health and metrics are on {}", wanted, port);
        }
        InetSocketAddress address = new InetSocketAddress(settings.text(AppSettings.OPS_HOST), port);
        return new OpsServer(address, registry, lifecycle::readiness);
    }
}
