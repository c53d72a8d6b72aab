// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.newswire;

import java.time.Instant;

/**
 * How an article must stand in the end.
 *
 * @param state whether it is in scope
 * @param revision number of the verdict that was the last to concern a reader
 * @param text its words as its owner showed them last
 * @param eventTime the time that decides its windows
 * @param counted whether it may be in cells
 * @param storyKey the same for articles that tell one story
 * @param changed whether it was edited or withdrawn
 */
public record Standing(
        State state,
        int revision,
        Event.Sighting text,
        Instant eventTime,
        boolean counted,
        String storyKey,
        boolean changed) {

    /** Whether an article is in scope. */
    public enum State {
        /** It never was: no reader hears of it. */
        NEVER_IN_SCOPE,
        IN_SCOPE,
        /** It was. */
        RETRACTED
    }

    /** Its id. */
    public String article() {
        return text.article();
    }

    /** Whether it is in cells. */
    public boolean inCells() {
        return state == State.IN_SCOPE && counted;
    }
}
