// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.sample;

import dev.racewire.processor.classify.Classification;

/** How near to "in scope" an article's verdict is. */
public enum Stratum {
    /** In scope. */
    IN_SCOPE,
    /** Out of scope, though words of the gate stand in it. */
    NEAR_MISS,
    /** Out of scope, without any such word. */
    FAR;

    private static final String GATE = "gate";

    static Stratum of(Classification verdict) {
        if (verdict.inScope()) {
            return IN_SCOPE;
        }
        return verdict.evidence().stream().anyMatch(e -> e.kind().equals(GATE)) ? NEAR_MISS : FAR;
    }
}
