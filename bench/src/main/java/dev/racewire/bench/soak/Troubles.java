// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.soak;

import java.io.IOException;
import java.time.Duration;

/** What goes wrong while the parts that are watched go on: one thing after the other, over and over. */
final class Troubles {

    private static final Duration LONGER_THAN_A_SESSION = Duration.ofSeconds(15);
    private static final Duration HICCUP = Duration.ofSeconds(5);

    private final RunningSystem system;
    private int struck;

    Troubles(RunningSystem system) {
        this.system = system;
    }

    /** Brings the next one; returns when it is over. */
    void strike() throws IOException, InterruptedException {
        switch (struck++ % 6) {
            case 0 -> system.otherIngest().kill(Duration.ZERO);
            case 1 -> system.otherProcessor().kill(Duration.ZERO);
            case 2 -> system.ingest().freeze(LONGER_THAN_A_SESSION);
            case 3 -> system.processor().freeze(LONGER_THAN_A_SESSION);
            case 4 -> system.broker().freeze(HICCUP);
            default -> {
                system.otherIngest().handOver();
                system.otherProcessor().handOver();
            }
        }
    }

    int struck() {
        return struck;
    }
}
