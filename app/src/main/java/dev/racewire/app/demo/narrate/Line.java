// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.demo.narrate;

import dev.racewire.app.cli.StrangersText;

/**
 * A line for the terminal.
 *
 * @param event one word for what happened
 * @param text what happened
 */
public record Line(String event, String text) {

    private static final int TITLE_LENGTH = 70;

    /** A stranger's text in quotation marks: short, and without characters that could steer a terminal. */
    static String quoted(String text) {
        String clean = StrangersText.plain(text);
        int length = clean.codePointCount(0, clean.length());
        String shown = length <= TITLE_LENGTH
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, TITLE_LENGTH - 1)) + "…";
        return "\"" + shown + "\"";
    }
}
