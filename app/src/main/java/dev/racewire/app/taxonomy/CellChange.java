// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.taxonomy;

/**
 * What becomes of a cell.
 *
 * @param country country, or * for all
 * @param topic topic, or * for all
 * @param day the day in UTC, or * for all that is retained
 * @param before articles in it by the rules in force
 * @param after articles in it by the others
 * @param entering articles that come in
 * @param leaving articles that go out
 */
public record CellChange(String country, String topic, String day, int before, int after, int entering, int leaving) {

    static final CellChange NONE = new CellChange("", "", "", 0, 0, 0, 0);

    CellChange plus(boolean was, boolean is) {
        return new CellChange(
                country,
                topic,
                day,
                before + (was ? 1 : 0),
                after + (is ? 1 : 0),
                entering + (is && !was ? 1 : 0),
                leaving + (was && !is ? 1 : 0));
    }

    boolean differs() {
        return entering + leaving > 0;
    }
}
