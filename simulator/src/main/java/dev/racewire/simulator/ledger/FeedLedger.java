// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one feed showed and which answers were read. A few bytes for each publication, a record for each version read. */
public final class FeedLedger {

    private static final long SHOWN = Long.MIN_VALUE;

    private static final class Version {
        private final int number;
        private final int[] publications;
        private int answers;
        private boolean acknowledged;

        Version(int number, int[] publications) {
            this.number = number;
            this.publications = publications;
        }

        boolean holds(int publication) {
            return Arrays.stream(publications).anyMatch(shown -> shown == publication);
        }
    }

    private final List<Version> versions = new ArrayList<>(2);
    private long[] removals = new long[0];
    private int publications;

    /** The next publication is shown. */
    public synchronized void shown() {
        if (publications == removals.length) {
            removals = Arrays.copyOf(removals, Math.max(16, publications + publications / 2));
        }
        removals[publications++] = SHOWN;
    }

    /** The publication is no longer shown. */
    public synchronized void removed(int publication, Instant when) {
        removals[publication] = when.toEpochMilli();
    }

    /** A whole answer with these publications was written. */
    public synchronized void answered(int version, int[] shown) {
        Version known = find(version);
        if (known == null) {
            known = new Version(version, shown);
            versions.add(known);
        }
        known.answers++;
    }

    /** A client named that version as the last that it read. */
    public synchronized void acknowledged(int version) {
        Version known = find(version);
        if (known != null) {
            known.acknowledged = true;
        }
    }

    /** When the publication ceased to be shown, or null while it is. */
    public synchronized @Nullable Instant removal(int publication) {
        long removal = removals[publication];
        return removal == SHOWN ? null : Instant.ofEpochMilli(removal);
    }

    /** Whole answers that held the publication. */
    public synchronized int answers(int publication) {
        return versions.stream()
                .filter(version -> version.holds(publication))
                .mapToInt(version -> version.answers)
                .sum();
    }

    /** Whether one of these answers was acknowledged. */
    public synchronized boolean acknowledgedPublication(int publication) {
        return versions.stream().anyMatch(version -> version.acknowledged && version.holds(publication));
    }

    private @Nullable Version find(int number) {
        for (int i = versions.size() - 1; i >= 0; i--) {
            if (versions.get(i).number == number) {
                return versions.get(i);
            }
        }
        return null;
    }
}
