// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest;

import dev.racewire.ingest.publish.PollResult;
import dev.racewire.ingest.schedule.PollOutcome;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A poll that is over.
 *
 * @param outcome null: the machine seems to have no network, so the poll says nothing about the feed
 * @param result what goes to Kafka; null with no outcome
 * @param records the same, ready to be sent
 */
record FinishedPoll(
        PollTask task,
        @Nullable PollOutcome outcome,
        @Nullable PollResult result,
        List<ProducerRecord<String, byte[]>> records) {

    FinishedPoll {
        records = List.copyOf(records);
    }

    /** A poll that never reached the network. */
    static FinishedPoll unreached(PollTask task) {
        return new FinishedPoll(task, null, null, List.of());
    }
}
