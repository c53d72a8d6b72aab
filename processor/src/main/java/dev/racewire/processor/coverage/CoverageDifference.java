// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.coverage;

import dev.racewire.processor.state.StateFormat;
import java.time.Instant;

/**
 * What a part of the articles adds to the coverage of one hour.
 *
 * @param language language of the texts
 * @param outletCountry country of the outlets
 * @param hour first instant of the hour
 * @param tally the difference
 */
public record CoverageDifference(String language, String outletCountry, Instant hour, CoverageTally tally) {

    public static final StateFormat<CoverageDifference> FORMAT = new StateFormat<>(
            "coverage difference",
            1,
            (difference, out) -> {
                out.text(difference.language);
                out.text(difference.outletCountry);
                out.instant(difference.hour);
                out.bytes(CoverageTally.FORMAT.encode(difference.tally));
            },
            (in, version) -> new CoverageDifference(
                    in.text(), in.text(), in.instant(), CoverageTally.FORMAT.decode(in.bytes())));

    /** Key that brings all differences of a language and country together. */
    public String row() {
        return language + '|' + outletCountry;
    }
}
