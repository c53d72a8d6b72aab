// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.accuracy;

/**
 * A share and the 95 % interval of what it may be in truth.
 *
 * @param value the share as counted
 * @param low lower end
 * @param high upper end
 */
public record Proportion(double value, double low, double high) {

    private static final double Z = 1.959964;

    /** Wilson's interval, which stays honest for few cases and for none or all of them; of none, nothing is known. */
    public static Proportion of(int cases, int of) {
        if (of == 0) {
            return new Proportion(0, 0, 1);
        }
        double share = (double) cases / of;
        double squared = Z * Z;
        double middle = (share + squared / (2 * of)) / (1 + squared / of);
        double half = Z / (1 + squared / of) * Math.sqrt(share * (1 - share) / of + squared / (4.0 * of * of));
        return new Proportion(share, Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
