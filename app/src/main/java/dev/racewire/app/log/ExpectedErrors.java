// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Map;
import java.util.Set;

/**
 * Keeps back what the broker calls errors and what is a step of every recovery. All other errors of the same loggers go
 * through.
 */
public final class ExpectedErrors extends Filter<ILoggingEvent> {

    private static final String KAFKA = "org.apache.kafka.common.errors.";

    private static final Map<String, Set<String>> EXPECTED = Map.of(
            // Batches that overtake the first one of a transaction; the producer sends them again, in order.
            "kafka.server.ReplicaManager",
            Set.of(KAFKA + "OutOfOrderSequenceException", KAFKA + "InvalidTxnStateException"),
            // After a kill -9 a coordinator begins to load before its partition has a leader again; it loads once more.
            "org.apache.kafka.coordinator.common.runtime.CoordinatorRuntime",
            Set.of(KAFKA + "NotLeaderOrFollowerException"));

    @Override
    public FilterReply decide(ILoggingEvent event) {
        return event.getThrowableProxy() != null
                        && EXPECTED.getOrDefault(event.getLoggerName(), Set.of())
                                .contains(event.getThrowableProxy().getClassName())
                ? FilterReply.DENY
                : FilterReply.NEUTRAL;
    }
}
