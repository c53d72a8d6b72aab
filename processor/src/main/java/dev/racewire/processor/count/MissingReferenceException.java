// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.count;

/**
 * Something was to leave a cell that is not in it. The counts can't be trusted from here on, so the task fails and its
 * transaction is rolled back.
 */
public final class MissingReferenceException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public MissingReferenceException(String message) {
        super(message);
    }
}
