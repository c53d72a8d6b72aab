// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.verdict;

import dev.racewire.processor.classify.Classification;
import org.jspecify.annotations.Nullable;

/** Judges texts by one taxonomy: a pure function, safe for use by many threads. */
public interface Judge {

    /** SHA-256 of the taxonomy's files, in hexadecimal. */
    String taxonomyVersion();

    /** The verdict on a text, given the language that its feed declares. */
    Classification judge(String title, String summary, @Nullable String declaredLanguage);
}
