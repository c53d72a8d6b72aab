// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.exactness;

import dev.racewire.simulator.newswire.Ledger;
import java.util.List;
import java.util.Map;

/** Something that Racewire promises, and that can be held against what it did. */
interface Guarantee {

    /** What breaks the promise, a line each. */
    List<String> breaches(Ledger shown, Map<String, String> poison, Findings found);

    /** What it promises, in a few words. */
    String promise();

    /** All of them. */
    static List<Guarantee> all() {
        return List.of(
                new NoLoss(),
                new NoDoubleCount(),
                new CorrectionsApplied(),
                new ClustersRight(),
                new DeadLettersExact());
    }
}
