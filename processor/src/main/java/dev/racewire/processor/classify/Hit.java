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

    boolean title() {
        return field == TextField.TITLE;
    }
}
