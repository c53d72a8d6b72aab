// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.exactness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** What is done to an instance. */
enum Fault {
    /** {@code kill -9}, and at once up again. */
    KILL,
    /** An orderly stop; it joins again some time later, so that its share moves twice. */
    LEAVE,
    /** It stands still until the others have its share, and goes on as if nothing had happened. */
    FREEZE;

    private static final List<Fault> MIX = List.of(KILL, LEAVE, KILL, FREEZE, KILL, LEAVE, KILL, LEAVE, KILL, KILL);

    /** So many faults in random order: six kills of ten; who is alone is always killed. */
    static List<Fault> mix(int count, int instances, SplittableRandom random) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            faults.add(instances == 1 ? KILL : MIX.get(i % MIX.size()));
        }
        Collections.shuffle(faults, new Random(random.nextLong()));
        return faults;
    }
}
