// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.exactness;

import java.util.SplittableRandom;

/** What is done to an instance. */
enum Fault {
    /** {@code kill -9}, and at once up again. */
    KILL,
    /** An orderly stop; it joins again some time later, so that its share moves twice. */
    LEAVE,
    /** It stands still until the others have its share, and goes on as if nothing had happened. */
    FREEZE;

    /** A fault for one of so many instances: one that is alone is always killed. */
    static Fault any(SplittableRandom random, int instances) {
        int dice = random.nextInt(10);
        if (instances == 1 || dice < 6) {
            return KILL;
        }
        return dice < 9 ? LEAVE : FREEZE;
    }
}
