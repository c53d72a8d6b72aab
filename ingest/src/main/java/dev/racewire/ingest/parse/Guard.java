// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import java.time.Instant;
import java.time.InstantSource;

/** Counts what one document costs and says when it is too much. */
final class Guard {
    private static final int LOOK_AT_CLOCK_EVERY = 1_024;

    private final Limits limits;
    private final InstantSource clock;
    private final Instant deadline;
    private int elements;

    Guard(Limits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
        this.deadline = clock.instant().plus(limits.time());
    }

    /** @throws Exceeded when this element, at this depth, is one too many */
    void element(int depth) throws Exceeded {
        elements++;
        if (depth > limits.depth()) {
            throw new Exceeded(Refusal.TOO_DEEP, "elements nested more than " + limits.depth() + " deep");
        }
        if (elements > limits.elements()) {
            throw new Exceeded(Refusal.TOO_LARGE, "more than " + limits.elements() + " elements");
        }
        if (elements % LOOK_AT_CLOCK_EVERY == 0 && clock.instant().isAfter(deadline)) {
            throw new Exceeded(
                    Refusal.TIMEOUT, "not read within " + limits.time().toMillis() + " ms");
        }
    }

    /** @throws Exceeded when there are this many items already and one more is too many */
    void item(int items) throws Exceeded {
        if (items >= limits.items()) {
            throw new Exceeded(Refusal.TOO_LARGE, "more than " + limits.items() + " items");
        }
    }

    /** A limit was passed. Never leaves the package. */
    static final class Exceeded extends Exception {
        private static final long serialVersionUID = 1;

        private final Refusal reason;

        Exceeded(Refusal reason, String message) {
            super(message, null, false, false);
            this.reason = reason;
        }

        Refusal reason() {
            return reason;
        }

        String what() {
            return String.valueOf(getMessage());
        }
    }
}
