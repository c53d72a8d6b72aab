// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.api;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A cell as feed readers take it: the same for every format.
 *
 * @param id stays the same for ever
 * @param updated changes only when an entry does, so that a reader that has everything gets a 304
 */
record CellFeed(
        String id, String title, URI self, URI page, Instant updated, Optional<String> sample, List<Entry> entries) {

    /** A story. Its id stays the same while it has an article. */
    record Entry(
            String id,
            String title,
            @Nullable String link,
            String language,
            String outlet,
            Instant published,
            Instant updated,
            String text,
            List<String> tags) {}
}
