// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import org.apache.kafka.common.errors.KafkaStorageException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.junit.jupiter.api.Test;

class ExpectedErrorsTest {

    private final ExpectedErrors filter = new ExpectedErrors();

    @Test
    void keepsBackTheStepsOfARecovery() {
        assertThat(decision("kafka.server.ReplicaManager", new OutOfOrderSequenceException("2 before 1")))
                .isEqualTo(FilterReply.DENY);
        assertThat(decision(
                        "org.apache.kafka.coordinator.common.runtime.CoordinatorRuntime",
                        new NotLeaderOrFollowerException("not yet")))
                .isEqualTo(FilterReply.DENY);
    }

    @Test
    void letsEveryOtherErrorThrough() {
        assertThat(decision("kafka.server.ReplicaManager", new KafkaStorageException("the disk is gone")))
                .isEqualTo(FilterReply.NEUTRAL);
        assertThat(decision("kafka.server.KafkaApis", new NotLeaderOrFollowerException("elsewhere")))
                .isEqualTo(FilterReply.NEUTRAL);
        assertThat(decision("kafka.server.ReplicaManager", null)).isEqualTo(FilterReply.NEUTRAL);
    }

    private FilterReply decision(String logger, Throwable thrown) {
        return filter.decide(new LoggingEvent(
                "", new LoggerContext().getLogger(logger), Level.ERROR, "it failed", thrown, new Object[0]));
    }
}
