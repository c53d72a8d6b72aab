// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.racewire.app.AppSettings;
import dev.racewire.app.audit.AuditResult;
import dev.racewire.app.audit.Auditor;
import dev.racewire.app.demo.narrate.Line;
import dev.racewire.app.instance.DataDirectory;
import dev.racewire.app.role.Addresses;
import dev.racewire.app.role.Installation;
import dev.racewire.runtime.config.SettingSources;
import dev.racewire.runtime.config.Settings;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.lifecycle.Lifecycle;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole demo, quicker than people would like it: every event comes true, and the numbers are right. */
class DemoIT {

    private static final Duration LENGTH = Duration.ofSeconds(40);

    private static final List<String> EVENTS = List.of(
            "first count", "matrix", "folded", "edit", "surge", "failing", "recovered", "dead letter", "opened");

    private final List<Line> lines = new CopyOnWriteArrayList<>();

    @Test
    void tellsEveryEventAndCountsRight(@TempDir Path directory) throws Exception {
        try (Lifecycle lifecycle = new Lifecycle()) {
            Demo demo = new Demo(lines::add, LENGTH);
            lifecycle.start(demo);
            DataDirectory data = new DataDirectory(directory.resolve("data"), DataDirectory.Use.SAMPLE);
            lifecycle.start(data);
            Installation installation = new Installation("demo", settings(demo, data), data, lifecycle);
            KafkaClients clients = installation.startBroker();
            demo.begin(clients);
            lifecycle.start(demo.narrator(clients));
            Addresses addresses = installation.startRoles(clients);

            await().atMost(Duration.ofMinutes(4)).until(() -> events().containsAll(EVENTS));
            assertThat(lines).anySatisfy(line -> assertThat(line.text()).matches("CN/chips \\d+ -> \\d+: .*"));
            assertThat(get(addresses.page() + "api/v1/matrix")).contains("SAMPLE");
            AuditResult audit = new Auditor(clients, InstantSource.system()).cells();
            assertThat(audit.differences()).isEmpty();
        }
    }

    private List<String> events() {
        return lines.stream().map(Line::event).toList();
    }

    private static Settings settings(Demo demo, DataDirectory data) {
        Map<String, String> own = new HashMap<>(AppSettings.within(data));
        own.putAll(demo.settings());
        List.of("broker.port", AppSettings.REGISTRY_PORT, AppSettings.OPS_PORT, "dashboard.port")
                .forEach(port -> own.put(port, "0"));
        return Settings.resolve(AppSettings.define(), SettingSources.ofFlags(own));
    }

    private static String get(String url) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
