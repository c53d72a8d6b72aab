// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

/**
 * A term found in a text.
 *
 * @param term the term
 * @param field text it stands in
 * @param start first folded unit
 * @param end folded unit after the last
 */
record Hit(Term term, TextField field, int start, int end) {

    private static final long LONGEST = 0x3fff;

    boolean title() {
        return field == TextField.TITLE;
    }

    /** Orders hits as they are read: by text, start, longest first, then by the term's rank. */
    long order() {
        long shortness = LONGEST - Math.min(LONGEST, end - start);
        return ((title() ? 0L : 1L) << 62) | ((long) start << 36) | (shortness << 16) | term.rank();
    }
}
