// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.app.AppSettings;
import dev.racewire.runtime.config.Settings;
import io.micrometer.core.instrument.Meter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.junit.jupiter.api.Test;

/**
 * The generated references in {@code docs} say what the code says. {@code -Dgolden.update} writes them anew.
 */
class ReferenceDocsTest {

    private static final Path DOCS = Path.of("..", "docs").toAbsolutePath().normalize();

    @Test
    void configurationIsWhatTheProgramTakes() throws IOException {
        StringBuilder text = new StringBuilder("""
                # Configuration

                Generated from the program; `ReferenceDocsTest` fails when it is out of date. Each setting is a flag
                (`--name value`), a line in `--config FILE` (`name = value`) and an environment variable. Flags win over the
                environment, the environment over the file. An unknown name stops the start. Durations are written `500ms`,
                `30s`, `5m`, `6h`, `30d`.

                Names under `kafka.`, `producer.`, `consumer.`, `admin.`, `streams.` and `broker.` are Kafka's own and go
                through untouched: `--kafka.security.protocol=SSL`. `RACEWIRE_JAVA_OPTS` holds options for the JVM.
                """);
        Map<String, Map<String, ConfigKey>> sections = new TreeMap<>();
        ConfigDef settings = AppSettings.define();
        settings.configKeys()
                .forEach((name, key) -> sections.computeIfAbsent(
                                name.contains(".") ? name.substring(0, name.indexOf('.')) : "", any -> new TreeMap<>())
                        .put(name, key));
        sections.forEach((section, keys) -> {
            text.append("\n## ").append(section.isEmpty() ? "Common" : section);
            text.append("\n| name | environment | default | what it is |\n| --- | --- | --- | --- |\n");
            keys.forEach((name, key) -> text.append(String.format(
                    "| `%s` | `%s` | %s | %s |%n",
                    name, Settings.environmentName(name), defaultOf(key), key.documentation.replace("|", "\\|"))));
        });
        check("configuration.md", text.toString());
    }

    private static String defaultOf(ConfigKey key) {
        String value = String.valueOf(key.defaultValue);
        boolean none = key.defaultValue == null || value.isEmpty() || key.defaultValue == ConfigDef.NO_DEFAULT_VALUE;
        return none || key.type == ConfigDef.Type.PASSWORD ? "" : "`" + value + "`";
    }

    @Test
    void metricsAreWhatTheProcessesShow() throws Exception {
        StringBuilder text = new StringBuilder("""
                # Metrics

                Generated from the program; `ReferenceDocsTest` fails when it is out of date. Every process shows its own at
                `/metrics` of its operators' port (`ops.port`), in the format of Prometheus. No feed, address or title is ever
                a label: what belongs to one feed is in `/api/v1/feeds`. Times are seconds. A timer gives `_count`, `_sum` and
                `_max`.

                Sums that hold between two transactions:
                - `racewire_ingest_items_total`: `read` = `published` + `known`.
                - `racewire_ingest_items_total{kind="published"}` = records that readers find in `racewire-articles`.
                - `racewire_ingest_polls_total` over all outcomes = polls started - `racewire_ingest_polls_in_flight`.
                - `racewire_processor_sightings_total` over all outcomes + `racewire_processor_dead_letters_total` = records read
                  from `racewire-articles`; what is processed again after a failure is counted again.
                - `racewire_dashboard_streams_opened_total` = `racewire_dashboard_streams` + `racewire_dashboard_streams_closed_total`.

                | metric | kind | labels | what it is |
                | --- | --- | --- | --- |
                """);
        Map<String, List<Meter.Id>> byName = OwnMeters.all().stream()
                .collect(Collectors.groupingBy(Meter.Id::getName, TreeMap::new, Collectors.toList()));
        byName.forEach((name, meters) -> text.append(row(meters)));
        text.append("""

                Beside these: `jvm_*`, `process_*`, `system_*`, `disk_*` and `logback_events_total` of the JVM, `jetty_*` of threads and
                connections of the dashboard and the operators' port (label `server`: `dashboard`, `ops`),
                `kafka_producer_*` and `kafka_consumer_*` of ingest's transactions and group,
                `kafka_consumer_*` of the dashboard, and `kafka_stream_*`, `kafka_consumer_*`, `kafka_producer_*` of the
                processor, named and explained by Micrometer and Kafka. They are refreshed every 10 seconds; averages and maxima
                of an idle client are `NaN`.
                """);
        check("metrics.md", text.toString());
    }

    private static String row(List<Meter.Id> meters) {
        Meter.Id first = meters.get(0);
        assertThat(first.getDescription())
                .as("description of %s", first.getName())
                .isNotBlank();
        return String.format(
                "| `%s` | %s | %s | %s |%n",
                OwnMeters.prometheusName(first),
                first.getType().name().toLowerCase(java.util.Locale.ROOT),
                labels(meters),
                first.getDescription());
    }

    private static String labels(List<Meter.Id> meters) {
        Map<String, TreeSet<String>> labels = new TreeMap<>();
        meters.forEach(meter -> meter.getTags()
                .forEach(tag -> labels.computeIfAbsent(tag.getKey(), any -> new TreeSet<>())
                        .add(tag.getValue())));
        Function<TreeSet<String>, String> values =
                set -> set.stream().allMatch(value -> value.matches("\\d+")) ? "its number" : String.join(", ", set);
        return labels.entrySet().stream()
                .map(label -> "`" + label.getKey() + "`: "
                        + (label.getKey().equals("version") ? "what runs" : values.apply(label.getValue())))
                .collect(Collectors.joining("; "));
    }

    private static void check(String file, String expected) throws IOException {
        Path path = DOCS.resolve(file);
        if (System.getProperty("golden.update") != null) {
            Files.writeString(path, expected);
        }
        assertThat(Files.exists(path) ? Files.readString(path) : "")
                .as("docs/%s is out of date: run this test with -Dgolden.update", file)
                .isEqualTo(expected);
    }
}
