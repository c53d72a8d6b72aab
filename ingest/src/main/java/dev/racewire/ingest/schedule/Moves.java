// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.schedule;

import dev.racewire.ingest.state.Redirect;
import org.jspecify.annotations.Nullable;

/** Believes a permanent redirect when it was seen in poll after poll: for one is often a mistake or a captive portal. */
final class Moves {

    static final int BELIEVED_AFTER = 5;

    /** A believed address that fails this often in a row is forgotten; the listed one is asked again. */
    static final int DOUBTED_AFTER = 3;

    private Moves() {}

    static Redirect after(Redirect before, @Nullable String movedTo) {
        if (movedTo == null || movedTo.equals(before.believed())) {
            return new Redirect(before.believed(), null, 0);
        }
        int sightings = movedTo.equals(before.candidate()) ? before.sightings() + 1 : 1;
        return sightings >= BELIEVED_AFTER
                ? new Redirect(movedTo, null, 0)
                : new Redirect(before.believed(), movedTo, sightings);
    }

    static Redirect afterFailure(Redirect before, int failures) {
        return failures >= DOUBTED_AFTER ? Redirect.NONE : before;
    }
}
