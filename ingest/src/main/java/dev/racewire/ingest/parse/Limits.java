// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import java.time.Duration;

/**
 * How much of one document is read.
 *
 * @param bytes longer bodies are read up to here
 * @param depth elements within elements
 * @param elements start tags in all
 * @param items items in all
 * @param kept the newest so many items of a feed are kept
 * @param time from the first byte on
 */
record Limits(int bytes, int depth, int elements, int items, int kept, Duration time) {
    static final Limits USUAL = new Limits(16 << 20, 256, 1_000_000, 100_000, 10_000, Duration.ofSeconds(5));

    static final int TITLE = 2_000;
    static final int SUMMARY = 20_000;
    static final int CONTENT = 200_000;
    static final int WORD = 2_048;
    static final int DATE = 100;
    static final int LANGUAGE = 35;
}
