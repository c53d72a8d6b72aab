// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private final ConfigDef definition = new ConfigDef()
            .define(
                    "ingest.max-in-flight",
                    ConfigDef.Type.INT,
                    50,
                    ConfigDef.Range.atLeast(1),
                    Importance.MEDIUM,
                    "polls at once")
            .define(
                    "ingest.deadline",
                    ConfigDef.Type.STRING,
                    "30s",
                    Durations.VALIDATOR,
                    Importance.MEDIUM,
                    "for one poll")
            .define("ingest.secret", ConfigDef.Type.PASSWORD, "", Importance.LOW, "a secret");

    @Test
    void everythingHasADefault() {
        Settings settings = Settings.resolve(definition, SettingSources.none());

        assertThat(settings.integer("ingest.max-in-flight")).isEqualTo(50);
        assertThat(settings.duration("ingest.deadline")).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.secret("ingest.secret")).isEmpty();
        assertThat(settings.changed()).isEmpty();
    }

    @Test
    void oneNameHasThreeSpellingsAndFlagsWin() {
        Map<String, String> file = Map.of("ingest.max-in-flight", "1", "ingest.deadline", "1s");
        Map<String, String> environment = Map.of("RACEWIRE_INGEST_MAX_IN_FLIGHT", "2", "PATH", "/bin");
        Map<String, String> flags = Map.of("ingest.max-in-flight", "3");

        assertThat(Settings.resolve(definition, new SettingSources(file, Map.of(), Map.of()))
                        .integer("ingest.max-in-flight"))
                .isEqualTo(1);
        assertThat(Settings.resolve(definition, new SettingSources(file, environment, Map.of()))
                        .integer("ingest.max-in-flight"))
                .isEqualTo(2);
        Settings all = Settings.resolve(definition, new SettingSources(file, environment, flags));
        assertThat(all.integer("ingest.max-in-flight")).isEqualTo(3);
        assertThat(all.duration("ingest.deadline")).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void allProblemsAreToldAtOnce() {
        Map<String, String> flags =
                Map.of("ingest.max-in-fligth", "3", "ingest.deadline", "soon", "ingest.max-in-flight", "0");

        assertThatThrownBy(() -> Settings.resolve(definition, SettingSources.ofFlags(flags)))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.problems())
                                .hasSize(3)
                                .anyMatch(problem -> problem.contains("did you mean ingest.max-in-flight?"))
                                .anyMatch(problem -> problem.contains("'soon' is no duration"))
                                .anyMatch(problem -> problem.contains("at least 1")));
    }

    @Test
    void anUnknownVariableIsRefusedUnderTheNameThatWasWritten() {
        Map<String, String> environment = Map.of("RACEWIRE_INGEST_DEADLIN", "3s");

        assertThatThrownBy(() -> Settings.resolve(definition, new SettingSources(Map.of(), environment, Map.of())))
                .hasMessageContaining("RACEWIRE_INGEST_DEADLIN: did you mean ingest.deadline?");
    }

    @Test
    void kafkasOwnNamesPassThrough() {
        Settings settings = Settings.resolve(
                definition,
                new SettingSources(
                        Map.of("kafka.security.protocol", "SSL"),
                        Map.of("RACEWIRE_PRODUCER_LINGER_MS", "9"),
                        Map.of("consumer.fetch.min.bytes", "7")));

        assertThat(settings.passThrough("kafka.")).containsExactly(Map.entry("security.protocol", "SSL"));
        assertThat(settings.passThrough("producer.")).containsExactly(Map.entry("linger.ms", "9"));
        assertThat(settings.passThrough("consumer.")).containsExactly(Map.entry("fetch.min.bytes", "7"));
    }

    @Test
    void secretsAreMaskedWhereSettingsAreShown() {
        Settings settings = Settings.resolve(
                definition,
                SettingSources.ofFlags(Map.of("ingest.secret", "hunter2", "kafka.sasl.jaas.config", "hunter3")));

        assertThat(settings.secret("ingest.secret")).hasValue("hunter2");
        assertThat(settings.changed()).hasSize(2).noneMatch(line -> line.contains("hunter"));
    }

    @Test
    void anUnreadableFileIsNamed() {
        assertThatThrownBy(() -> SettingSources.readFile(Path.of("no-such.properties")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no-such.properties");
    }
}
