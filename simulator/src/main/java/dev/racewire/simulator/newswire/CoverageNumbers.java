// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.newswire;

/**
 * What a record of coverage must say.
 *
 * @param seen articles seen
 * @param inScope those of them in scope
 */
public record CoverageNumbers(long seen, long inScope) {

    public static final CoverageNumbers NONE = new CoverageNumbers(0, 0);

    CoverageNumbers plus(CoverageNumbers other) {
        return new CoverageNumbers(seen + other.seen, inScope + other.inScope);
    }
}
