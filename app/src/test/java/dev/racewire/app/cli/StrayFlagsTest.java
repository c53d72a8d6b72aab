// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.runtime.config.Settings;
import dev.racewire.runtime.kafka.KafkaClients;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;

class StrayFlagsTest {

    private final SettingsCommand command = new SettingsCommand() {
        @Override
        protected ConfigDef offered() {
            return KafkaClients.define(new ConfigDef());
        }

        @Override
        public Integer call() {
            return ExitCode.DONE;
        }
    };

    @Test
    void takesKafkasOwnSettingsInBothForms() {
        List<String> left = take("tail", "--kafka.security.protocol=SSL", "--consumer.fetch.max.bytes", "5", "topic");

        assertThat(left).containsExactly("tail", "topic");
        Settings settings = command.settings();
        assertThat(settings.passThrough("kafka.")).containsEntry("security.protocol", "SSL");
        assertThat(settings.passThrough("consumer.")).containsEntry("fetch.max.bytes", "5");
    }

    @Test
    void leavesOptionsFilesAndPlainWordsAlone() {
        assertThat(take("parse", "--from", "beginning", "a.b.xml", "--ingest.known", "5"))
                .containsExactly("parse", "--from", "beginning", "a.b.xml", "--ingest.known", "5");
    }

    @Test
    void keepsEqualsSignsInValues() {
        take("--kafka.sasl.jaas.config=module required user=\"me\";");

        assertThat(command.settings().passThrough("kafka."))
                .containsEntry("sasl.jaas.config", "module required user=\"me\";");
    }

    private List<String> take(String... arguments) {
        return StrayFlags.takeFrom(List.of(arguments), Set.of("--ingest.known"), command);
    }
}
