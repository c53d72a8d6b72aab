// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.schemas;

import java.nio.charset.StandardCharsets;

/**
 * The header of a copy in {@code racewire-articles} that shows nothing new and only asks for its article to be judged
 * again, by the taxonomy whose promotion stands at that offset of {@code racewire-taxonomies} or a later one. Readers
 * who want sightings leave these records out.
 */
public final class JudgeAgain {

    public static final String HEADER = "judge-again";

    private JudgeAgain() {}

    /** The header's value for a promotion. */
    public static byte[] by(long promotion) {
        return Long.toString(promotion).getBytes(StandardCharsets.US_ASCII);
    }

    /** The promotion in a header's value; a value that is no number asks for whatever is in force. */
    public static long promotion(byte[] value) {
        try {
            return Long.parseLong(new String(value, StandardCharsets.US_ASCII));
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
