// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.racewire.runtime.config.ConfigurationException;
import dev.racewire.runtime.config.SettingSources;
import dev.racewire.runtime.config.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngestConfigTest {

    private static IngestConfig config(Map<String, String> flags) {
        return IngestConfig.of(Settings.resolve(IngestConfig.define(new ConfigDef()), SettingSources.ofFlags(flags)));
    }

    @Test
    void hasDefaults() {
        IngestConfig config = config(Map.of());
        assertThat(config.pace().shortest()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.pace().longest()).isEqualTo(Duration.ofMinutes(20));
        assertThat(config.maxInFlight()).isEqualTo(64);
        assertThat(config.perHost()).isEqualTo(2);
        assertThat(config.hostPause()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.limits().deadline()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.allowPrivateAddresses()).isFalse();
        assertThat(config.proxy()).isNull();
        assertThat(config.secretsFile()).isNull();
        assertThat(config.dataDir()).isNull();
        assertThat(config.userAgent()).startsWith("Racewire/");
    }

    @Test
    void takesEverySetting() {
        IngestConfig config = config(Map.ofEntries(
                Map.entry("ingest.min-interval", "1s"),
                Map.entry("ingest.max-interval", "2s"),
                Map.entry("ingest.start-spread", "0s"),
                Map.entry("ingest.max-in-flight", "3"),
                Map.entry("ingest.per-host", "4"),
                Map.entry("ingest.host-pause", "5ms"),
                Map.entry("ingest.deadline", "2s"),
                Map.entry("ingest.max-body-bytes", "7000"),
                Map.entry("ingest.max-items", "8"),
                Map.entry("ingest.contact", "news@example.org"),
                Map.entry("ingest.allow-private-addresses", "true"),
                Map.entry("ingest.proxy", "http://127.0.0.1:9"),
                Map.entry("ingest.secrets-file", "secrets"),
                Map.entry("ingest.data-dir", "data"),
                Map.entry("ingest.batch-polls", "10"),
                Map.entry("ingest.batch-delay", "11ms"),
                Map.entry("ingest.session-timeout", "6s")));
        assertThat(config.pace().longest()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.startSpread()).isZero();
        assertThat(config.maxInFlight()).isEqualTo(3);
        assertThat(config.perHost()).isEqualTo(4);
        assertThat(config.hostPause()).isEqualTo(Duration.ofMillis(5));
        assertThat(config.limits().connect()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.limits().bodyBytes()).isEqualTo(7_000);
        assertThat(config.maxItems()).isEqualTo(8);
        assertThat(config.userAgent()).endsWith("(+news@example.org)");
        assertThat(config.allowPrivateAddresses()).isTrue();
        assertThat(config.proxy()).isEqualTo(URI.create("http://127.0.0.1:9"));
        assertThat(config.secretsFile()).isEqualTo(Path.of("secrets"));
        assertThat(config.dataDir()).isEqualTo(Path.of("data"));
        assertThat(config.batchPolls()).isEqualTo(10);
        assertThat(config.batchDelay()).isEqualTo(Duration.ofMillis(11));
        assertThat(config.sessionTimeout()).isEqualTo(Duration.ofSeconds(6));
    }

    @ParameterizedTest
    @CsvSource({
        "ingest.min-interval, soon", "ingest.max-in-flight, 0", "ingest.per-host, -1", "ingest.max-items, many",
        "ingest.max-body-bytes, 10", "ingest.proxy, 127.0.0.1:9", "ingest.proxy, ftp://a:1", "ingest.proxy, http://a b",
        "ingest.contact, \"a\u0001b\"", "ingest.user-agent, x"
    })
    void refuses(String name, String value) {
        assertThatThrownBy(() -> config(Map.of(name, value)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(name);
    }
}
