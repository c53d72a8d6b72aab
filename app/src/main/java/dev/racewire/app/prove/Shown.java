// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.prove;

import java.time.Instant;

/**
 * An article as it was shown last.
 *
 * @param link its address, by which it is known everywhere
 * @param publisher owner of the outlet that published it
 * @param stateMedia whether a state owns that outlet
 * @param published its date
 * @param title its last title
 * @param summary its last summary
 * @param edited whether other words were shown before
 */
record Shown(
        String link,
        String publisher,
        boolean stateMedia,
        Instant published,
        String title,
        String summary,
        boolean edited) {

    Shown withText(String newTitle, String newSummary) {
        return new Shown(link, publisher, stateMedia, published, newTitle, newSummary, true);
    }
}
