// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.view;

/** The numbers that entries use in place of names. */
public record Dictionaries(
        Names countries, Names topics, Names languages, Names outlets, Names publishers, Names feeds) {

    Dictionaries() {
        this(new Names(), new Names(), new Names(), new Names(), new Names(), new Names());
    }
}
