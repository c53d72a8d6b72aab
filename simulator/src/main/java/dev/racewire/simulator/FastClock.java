// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that runs faster than the world's. It starts at a chosen instant and goes by the machine's steady time. */
public final class FastClock implements InstantSource {

    private final Instant begin;
    private final double factor;
    private final long origin = System.nanoTime();

    public FastClock(Instant begin, double factor) {
        this.begin = begin;
        this.factor = factor;
    }

    @Override
    public Instant instant() {
        return begin.plusNanos((long) ((System.nanoTime() - origin) * factor));
    }

    /** How long that much of this clock's time takes in the world. */
    public Duration real(Duration simulated) {
        return Duration.ofNanos((long) (simulated.toNanos() / factor));
    }
}
