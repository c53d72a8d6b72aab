// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.exactness;

import java.util.concurrent.ThreadLocalRandom;

/** The seed of a run: another each time, unless {@code -Dseed=NUMBER} says which. */
final class Seed {

    private Seed() {}

    static long ofThisRun() {
        long seed = Long.getLong("seed", ThreadLocalRandom.current().nextInt(1, 1_000_000));
        System.out.println("seed " + seed + ": -Dseed=" + seed + " repeats this run");
        return seed;
    }
}
