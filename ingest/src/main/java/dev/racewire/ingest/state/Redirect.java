// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.state;

import org.jspecify.annotations.Nullable;

/**
 * Where a feed has moved to.
 *
 * @param believed where it is polled since a permanent redirect was believed; null: where it is listed
 * @param candidate target of a permanent redirect that is not believed yet
 * @param sightings how many polls in a row were answered with it
 */
public record Redirect(@Nullable String believed, @Nullable String candidate, int sightings) {

    public static final Redirect NONE = new Redirect(null, null, 0);
}
