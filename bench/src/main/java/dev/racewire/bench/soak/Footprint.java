// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.soak;

import dev.racewire.bench.Part;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * What a process holds of its machine.
 *
 * @param heap bytes of the objects that it can still reach
 * @param resident bytes of memory, those outside of the heap included
 * @param handles files and sockets
 */
record Footprint(long heap, long resident, long threads, long handles) {

    static final String COLUMNS = "heap MiB  resident MiB  threads  handles";

    static Footprint of(Part part) throws IOException, InterruptedException {
        return new Footprint(part.liveHeap(), part.memory(), part.threads(), part.handles());
    }

    /** The middle of several: each figure by itself. */
    static Footprint median(List<Footprint> footprints) {
        return new Footprint(
                median(footprints, Footprint::heap),
                median(footprints, Footprint::resident),
                median(footprints, Footprint::threads),
                median(footprints, Footprint::handles));
    }

    private static long median(List<Footprint> footprints, ToLongFunction<Footprint> figure) {
        List<Long> sorted = footprints.stream()
                .map(figure::applyAsLong)
                .sorted(Comparator.naturalOrder())
                .toList();
        return sorted.get(sorted.size() / 2);
    }

    /** Under {@link #COLUMNS}. */
    String line() {
        return String.format(Locale.ROOT, "%8.1f  %12d  %7d  %7d", heap / 1048576.0, resident >> 20, threads, handles);
    }

    /** What was added between an earlier one and this, under {@link #COLUMNS}. */
    String since(Footprint earlier) {
        return String.format(
                Locale.ROOT,
                "%+8.1f  %+12d  %+7d  %+7d",
                (heap - earlier.heap) / 1048576.0,
                (resident - earlier.resident) / 1048576,
                threads - earlier.threads,
                handles - earlier.handles);
    }
}
