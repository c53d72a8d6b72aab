// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.coverage;

import dev.racewire.processor.state.StateFormat;
import dev.racewire.processor.verdict.CoverageChange;

/**
 * Articles read, and those of them in scope: as a sum, or as a difference.
 *
 * @param seen articles, each once
 * @param inScope those in scope
 * @param revision number of this sum, from 1; 0 for a difference
 */
public record CoverageTally(long seen, long inScope, long revision) {

    static final CoverageTally NOTHING = new CoverageTally(0, 0, 0);

    public static final StateFormat<CoverageTally> FORMAT = new StateFormat<>(
            "coverage tally",
            1,
            (tally, out) -> {
                out.number(tally.seen);
                out.number(tally.inScope);
                out.number(tally.revision);
            },
            (in, version) -> new CoverageTally(in.number(), in.number(), in.number()));

    CoverageTally plus(CoverageChange change) {
        return new CoverageTally(seen + change.seen(), inScope + change.inScope(), revision);
    }

    /** The next revision of a sum. */
    CoverageTally plus(CoverageTally difference) {
        return new CoverageTally(seen + difference.seen, inScope + difference.inScope, revision + 1);
    }

    boolean isNothing() {
        return seen == 0 && inScope == 0;
    }
}
