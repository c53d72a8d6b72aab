// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.matrix;

/** What the table counts. */
public enum Measure {
    articles,
    stories,
    publishers,
    rivalries
}
