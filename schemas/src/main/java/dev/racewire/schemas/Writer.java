// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.schemas;

import java.util.Locale;

/** Who writes a Kafka topic; nobody else needs the right to. */
public enum Writer {
    /** Whoever keeps the list of feeds: the commands {@code feeds} and {@code up}. */
    OPERATOR,
    /** The role that polls feeds. */
    INGEST,
    /** The role that judges and counts. */
    PROCESSOR;

    /** Its name in lower case, as in commands. */
    public String role() {
        return name().toLowerCase(Locale.ROOT);
    }
}
