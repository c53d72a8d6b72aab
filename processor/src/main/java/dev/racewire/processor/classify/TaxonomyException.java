// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.util.List;
import java.util.stream.Collectors;

/** A taxonomy that can't be used, with all its mistakes. */
public final class TaxonomyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    TaxonomyException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** The mistakes in the order of files and lines. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * A mistake in a file.
     *
     * @param file path within the taxonomy
     * @param line line from 1, or 0 for the file as a whole
     * @param message what is wrong and what would be right
     */
    public record Problem(String file, int line, String message) {

        @Override
        public String toString() {
            return file + ":" + line + ": " + message;
        }
    }
}
