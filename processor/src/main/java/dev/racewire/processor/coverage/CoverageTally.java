// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.coverage;

import dev.racewire.processor.state.FieldReader;
import dev.racewire.processor.state.StateFormat;
import dev.racewire.processor.verdict.CoverageChange;

/**
 * Articles read and polls made: as a sum, or as a difference.
 *
 * @param seen articles, each once
 * @param inScope those in scope
 * @param polls polls of feeds
 * @param revision number of this sum, from 1; 0 for a difference
 */
public record CoverageTally(long seen, long inScope, Polls polls, long revision) {

    static final CoverageTally NOTHING = new CoverageTally(0, 0, Polls.NONE, 0);

    public static final StateFormat<CoverageTally> FORMAT = new StateFormat<>(
            "coverage tally",
            2,
            (tally, out) -> {
                out.number(tally.seen);
                out.number(tally.inScope);
                out.number(tally.revision);
                out.number(tally.polls.due());
                out.number(tally.polls.read());
                out.number(tally.polls.failed());
            },
            CoverageTally::read);

    private static CoverageTally read(FieldReader in, int version) {
        long seen = in.number();
        long inScope = in.number();
        long revision = in.number();
        Polls polls = version == 1 ? Polls.NONE : new Polls(in.number(), in.number(), in.number());
        return new CoverageTally(seen, inScope, polls, revision);
    }

    static CoverageTally of(Polls polls) {
        return new CoverageTally(0, 0, polls, 0);
    }

    CoverageTally plus(CoverageChange change) {
        return new CoverageTally(seen + change.seen(), inScope + change.inScope(), polls, revision);
    }

    /** The next revision of a sum. */
    CoverageTally plus(CoverageTally difference) {
        return new CoverageTally(
                seen + difference.seen, inScope + difference.inScope, polls.plus(difference.polls), revision + 1);
    }

    boolean isNothing() {
        return seen == 0 && inScope == 0 && polls.equals(Polls.NONE);
    }
}
