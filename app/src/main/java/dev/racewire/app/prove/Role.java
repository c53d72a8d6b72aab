// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.prove;

import java.util.Locale;

/** A process that is killed. */
enum Role {
    BROKER,
    INGEST,
    PROCESSOR;

    /** The command that runs it. */
    String command() {
        return name().toLowerCase(Locale.ROOT);
    }
}
