// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.news;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * The publications of one feed, numbered from 0 in the order of their times. A feed asks for them again whenever it
 * shows them, so a computed source costs no memory.
 */
public interface News {

    /** When the publication becomes visible; {@link Instant#MAX} when there is none of that number yet. */
    Instant visible(int number);

    /** The item as that publication shows it. */
    Item item(int number);

    /** The earlier publication in whose place this one is shown: an edit. */
    default OptionalInt replaces(int number) {
        return OptionalInt.empty();
    }
}
