// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.racewire.dashboard.query.Completeness;
import dev.racewire.runtime.config.SettingSources;
import dev.racewire.runtime.config.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class DashboardConfigTest {

    @Test
    void defaults() {
        assertThat(of(Map.of()))
                .isEqualTo(new DashboardConfig(
                        "127.0.0.1",
                        8080,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Duration.ofDays(32),
                        500_000,
                        new Limits(500, 50, 4_096, 256, 100),
                        Completeness.FirstPolls.REACH_BACK,
                        Optional.empty()));
    }

    @Test
    void fullMapping() {
        Map<String, String> flags = new HashMap<>(Map.of(
                "dashboard.bind", "0.0.0.0",
                "dashboard.port", "9000",
                "dashboard.allowed-hosts", "a.example,b.example",
                "dashboard.token", "secret",
                "dashboard.public-read", "true",
                "dashboard.kept", "10d",
                "dashboard.max-articles", "2000",
                "dashboard.max-streams", "7",
                "dashboard.max-streams-per-address", "3",
                "dashboard.sample", "SAMPLE"));
        flags.put("dashboard.feed-key", "for feeds");
        flags.put("dashboard.whole-first-polls", "true");
        flags.put("dashboard.max-connections", "90");
        flags.put("dashboard.max-connections-per-address", "8");
        flags.put("dashboard.max-questions-per-second", "5");
        assertThat(of(flags))
                .isEqualTo(new DashboardConfig(
                        "0.0.0.0",
                        9000,
                        List.of("a.example", "b.example"),
                        Optional.of("secret"),
                        Optional.of("for feeds"),
                        true,
                        Duration.ofDays(10),
                        2000,
                        new Limits(7, 3, 90, 8, 5),
                        Completeness.FirstPolls.ARE_WHOLE,
                        Optional.of("SAMPLE")));
    }

    @Test
    void refusesToBeReachedFromElsewhereWithoutAToken() {
        assertThatThrownBy(() -> of(Map.of("dashboard.bind", "0.0.0.0")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("dashboard.token");
    }

    @Test
    void refusesAnAddressThatIsNone() {
        assertThatThrownBy(() -> of(Map.of("dashboard.bind", "999.1.1.1")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("dashboard.bind");
    }

    private static DashboardConfig of(Map<String, String> flags) {
        return DashboardConfig.of(
                Settings.resolve(DashboardConfig.define(new ConfigDef()), SettingSources.ofFlags(flags)));
    }
}
