// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.query;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param after place that it begins behind, or null for the beginning
 * @param limit most items
 */
public record Page(@Nullable Cursor after, int limit) {

    /** The items, and where the next page begins if there is one. */
    public record Slice<T>(List<T> items, Optional<Cursor> next) {}
}
