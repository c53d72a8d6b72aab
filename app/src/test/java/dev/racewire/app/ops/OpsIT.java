// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.racewire.app.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dashboards, rules and the status against a running system: nothing in them is dead. */
class OpsIT {

    private static final Path OPS = Path.of("..", "ops").toAbsolutePath().normalize();
    private static final Path RULES = OPS.resolve("prometheus").resolve("rules.yml");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    @Test
    void promtoolAcceptsRulesTheirTestsAndEveryExpression() throws Exception {
        String promtool = Programs.require("promtool", "prometheus");
        Path prometheus = RULES.getParent();
        Programs.run(prometheus, promtool, "check", "rules", "rules.yml");
        Programs.run(prometheus, promtool, "test", "rules", "rules-test.yml");
        StringBuilder rules = new StringBuilder("groups: [{name: panels, rules: [\n");
        Expressions.ofDashboards(OPS.resolve("grafana/dashboards"))
                .values()
                .forEach(expression -> rules.append("{record: panel, expr: '")
                        .append(expression)
                        .append("', labels: {n: '")
                        .append(rules.length())
                        .append("'}},\n"));
        Files.writeString(folder.resolve("panels.yml"), rules.append("]}]\n"));
        Programs.run(folder, promtool, "check", "rules", "panels.yml");
    }

    @Test
    void everyAlertHasItsChapterInTheRunbook() throws IOException {
        String runbook = Files.readString(OPS.resolveSibling("docs").resolve("runbook.md"));
        Expressions.ofRules(RULES).keySet().stream()
                .filter(name -> !name.contains(":"))
                .forEach(alert -> {
                    assertThat(runbook).contains("\n## " + alert + "\n");
                    assertThat(rules()).contains("runbook: docs/runbook.md#" + alert.toLowerCase(Locale.ROOT));
                });
    }

    private static String rules() {
        try {
            return Files.readString(RULES);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyExpressionHasASampleOfARunningSystem() throws Exception {
        String program = Programs.require("prometheus", "prometheus");
        Map<String, String> expressions =
                new LinkedHashMap<>(Expressions.ofDashboards(OPS.resolve("grafana/dashboards")));
        expressions.putAll(Expressions.ofRules(RULES));
        try (RunningSystem system = RunningSystem.start(folder, "/news");
                Prometheus prometheus = Prometheus.start(program, folder, system.ops(), RULES)) {
            Map<String, String> dead = new TreeMap<>(expressions);
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .ignoreExceptions()
                    .untilAsserted(() -> {
                        ask(system.page() + "api/v1/feeds");
                        dead.clear();
                        for (Map.Entry<String, String> each : expressions.entrySet()) {
                            String looked = Expressions.lookedAt(each.getValue());
                            if (prometheus.query(looked).stream().allMatch(value -> value.isNaN())) {
                                dead.put(each.getKey(), looked);
                            }
                        }
                        assertThat(dead).isEmpty();
                    });
            assertThat(prometheus.brokenRules()).isEmpty();
            assertThat(prometheus.alerts()).doesNotContain("RacewireHeartbeatMissing", "RacewireProcessorGone");
            statusIsHealthy(system);
        }
    }

    private static void statusIsHealthy(RunningSystem system) {
        StringWriter out = new StringWriter();
        int code = Main.program()
                .printingTo(new PrintWriter(out, true), new PrintWriter(out, true))
                .run("status", "--bootstrap-servers", system.broker());
        String fullDisk = "(?s).*BAD +disk.*1 of 9 are bad.*"; // the machine's own, and no fault of the system
        assertThat(code == 0 || out.toString().matches(fullDisk))
                .as(out.toString())
                .isTrue();
        assertThat(out.toString())
                .contains("heartbeat  the oldest through all tasks", "feeds      1: 1 ok", "1 instance");
    }

    private static void ask(String address) throws IOException, InterruptedException {
        HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding());
    }
}
