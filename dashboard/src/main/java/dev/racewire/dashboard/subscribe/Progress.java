// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.subscribe;

import dev.racewire.runtime.lifecycle.Readiness;

/**
 * How far the subscription is.
 *
 * @param read records read of those that were there at the start
 * @param total records that were there at the start
 * @param lag records that wait at the brokers now
 * @param trouble what is wrong, for people; empty when nothing is
 */
public record Progress(Readiness.State state, long read, long total, long lag, String trouble) {

    Readiness readiness() {
        return switch (state) {
            case READY -> Readiness.ready();
            case FAILED -> Readiness.failed(trouble);
            case STARTING ->
                Readiness.starting(
                        trouble.isEmpty()
                                ? "reading the Kafka topics: %,d of %,d records".formatted(read, total)
                                : trouble);
        };
    }
}
