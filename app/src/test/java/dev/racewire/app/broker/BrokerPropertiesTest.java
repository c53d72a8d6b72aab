// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import kafka.server.KafkaConfig;
import org.junit.jupiter.api.Test;

class BrokerPropertiesTest {

    @Test
    void listensOnLoopbackWithoutPasswords() {
        assertThat(of(Map.of()))
                .containsEntry("listeners", "PLAINTEXT://127.0.0.1:9092,CONTROLLER://127.0.0.1:9093")
                .containsEntry("advertised.listeners", "PLAINTEXT://127.0.0.1:9092");
    }

    @Test
    void namedListenersAreThoseForClientsAndTheControllersStays() {
        Map<String, String> properties = of(Map.of(
                "listeners", "SASL_SSL://127.0.0.1:9092",
                "security.inter.broker.protocol", "SASL_SSL"));

        assertThat(properties)
                .containsEntry("listeners", "SASL_SSL://127.0.0.1:9092,CONTROLLER://127.0.0.1:9093")
                .doesNotContainKey("advertised.listeners");
        assertThat(new KafkaConfig(properties, false)
                        .effectiveAdvertisedBrokerListeners()
                        .mkString())
                .contains("SASL_SSL")
                .doesNotContain("CONTROLLER");
    }

    @Test
    void whoNamesTheControllersListenerTooHasThemAsTheyAre() {
        Map<String, String> named = Map.of(
                "listeners", "PLAINTEXT://127.0.0.1:1,CONTROLLER://127.0.0.1:2",
                "advertised.listeners", "PLAINTEXT://127.0.0.1:1",
                "controller.quorum.voters", "1@127.0.0.1:2");

        assertThat(of(named)).containsAllEntriesOf(named);
    }

    private static Map<String, String> of(Map<String, String> settings) {
        return BrokerProperties.of(new BrokerConfig(Path.of("data"), 9092, settings), 9092, 9093);
    }
}
