// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.dashboard.DashboardConfig;
import dev.racewire.dashboard.DashboardService;
import dev.racewire.runtime.config.Settings;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.lifecycle.Service;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import org.apache.kafka.common.config.ConfigDef;
import picocli.CommandLine.Command;

/** {@code racewire dashboard}: page and API from the public Kafka topics. */
@Command(name = "dashboard", description = "Serve the page and the API from the public Kafka topics.")
public final class DashboardCommand extends RoleCommand {

    @Override
    ConfigDef define(ConfigDef definition) {
        return DashboardConfig.define(definition);
    }

    @Override
    Service service(Settings settings, KafkaClients clients, MeterRegistry meters) throws IOException {
        return new DashboardService(DashboardConfig.of(settings), clients, meters);
    }

    /** It goes on showing what it has read, and says how old that is. */
    @Override
    boolean stopsWithoutBroker() {
        return false;
    }

    @Override
    String whereabouts(Service service) {
        return service instanceof DashboardService dashboard ? ", page " + dashboard.address() : "";
    }
}
