// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.verdict;

/** An article record that can't be judged, whoever tries: it goes to the dead letters and the others go on. */
public final class SetAsideException extends RuntimeException {

    public SetAsideException(String reason) {
        super(reason);
    }

    public SetAsideException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
