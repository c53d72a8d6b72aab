// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.verdict;

import java.time.Instant;

/**
 * What an article adds to, or takes from, the coverage of its language and outlet country.
 *
 * @param language language that it was judged in
 * @param outletCountry country of its outlet
 * @param eventTime the time that decides its windows
 * @param seen articles more (or less)
 * @param inScope articles in scope more (or less)
 */
public record CoverageChange(String language, String outletCountry, Instant eventTime, int seen, int inScope) {

    boolean cancels(CoverageChange other) {
        return equals(
                new CoverageChange(other.language, other.outletCountry, other.eventTime, -other.seen, -other.inScope));
    }
}
