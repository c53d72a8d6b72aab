// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.newswire;

/** How an outlet words a story's title; whichever it is, it tells the same story. */
public enum Wording {
    PLAIN(""),
    /** With the outlet's name behind it. */
    SIGNED(" - The Daily Wuxa"),
    /** With a word more: another content, yet no other text. */
    CORRECTED(" corrigendum");

    private final String suffix;

    Wording(String suffix) {
        this.suffix = suffix;
    }

    String of(Story story) {
        return story.title() + suffix;
    }
}
