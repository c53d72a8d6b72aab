// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.cli;

/** Texts that strangers wrote, made fit for a terminal. */
public final class StrangersText {

    private StrangersText() {}

    /** The text in one line, without characters that could steer a terminal. */
    public static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ").strip();
    }
}
