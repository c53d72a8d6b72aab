// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.prove;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Whom to kill, and how long to let them work before: the same seed gives the same plan. */
final class KillPlan {

    private static final int SHORTEST_PAUSE_MILLIS = 100;
    private static final int LONGEST_PAUSE_MILLIS = 1_600;

    /** Of five kills one is the broker's: it takes longest to come back. */
    private static final List<Role> MIX =
            List.of(Role.PROCESSOR, Role.INGEST, Role.BROKER, Role.PROCESSOR, Role.INGEST);

    private KillPlan() {}

    /** A process to kill, that long after work was seen to go on. */
    record Kill(Duration pause, Role victim) {}

    static List<Kill> of(long seed, int kills) {
        Random random = new Random(seed);
        List<Role> victims = new ArrayList<>();
        for (int i = 0; i < kills; i++) {
            victims.add(MIX.get(i % MIX.size()));
        }
        Collections.shuffle(victims, random);
        int spread = LONGEST_PAUSE_MILLIS - SHORTEST_PAUSE_MILLIS;
        return victims.stream()
                .map(victim -> new Kill(Duration.ofMillis(SHORTEST_PAUSE_MILLIS + random.nextInt(spread)), victim))
                .toList();
    }
}
