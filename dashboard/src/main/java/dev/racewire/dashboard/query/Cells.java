// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.query;

/** Names of rows and columns that stand for all. */
public final class Cells {

    /** In place of a country or a topic: every article once. */
    public static final String ALL = "*";

    private Cells() {}
}
