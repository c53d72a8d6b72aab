// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.state;

/**
 * What was seen in a feed.
 *
 * @param newest its newest items, newest first: the next answer must show one of the first three
 * @param seen the sightings that are known, newest first
 * @param provable false: from its answers it can't be told whether items were missed
 */
public record Memory(Fingerprints newest, Fingerprints seen, boolean provable) {

    public static final Memory EMPTY = new Memory(Fingerprints.NONE, Fingerprints.NONE, true);
}
