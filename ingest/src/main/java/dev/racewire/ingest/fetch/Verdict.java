// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.fetch;

import java.util.Locale;

/** What a feed's answer means for the person who keeps the list. */
public enum Verdict {
    /** It can be read. */
    READ,
    /** It can be read, and its publisher says that it stands elsewhere now. */
    MOVED,
    /** The publisher asks for patience. */
    THROTTLED,
    /** The publisher does not want us to read it: 401, 403, 451. */
    REFUSED,
    /** Nothing that could be a feed is there any more. */
    DEAD,
    /** It can't be read now and may come back. */
    FAILING,
    /** Our own list or settings keep it from being read. */
    OURS,
    /** This machine reaches nobody. */
    NO_NETWORK;

    /** What a failure means. */
    public static Verdict of(FailureReason reason) {
        return switch (reason) {
            case REFUSED -> REFUSED;
            case UNKNOWN_HOST, NOT_FOUND, NOT_A_FEED -> DEAD;
            case FORBIDDEN_ADDRESS, BAD_ADDRESS, MISSING_SECRET, NOT_PUBLISHABLE -> OURS;
            default -> FAILING;
        };
    }

    /** Whether articles come from such a feed. */
    public boolean readable() {
        return this == READ || this == MOVED;
    }

    /** The word for people and for cells of a table. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
