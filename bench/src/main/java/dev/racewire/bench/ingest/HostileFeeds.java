// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.ingest;

import dev.racewire.simulator.behaviour.Hostility;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Feeds whose servers attack whoever reads them, the same in every process of a run. */
public final class HostileFeeds {

    /** Time between two items that such a feed would publish if it could be read. */
    static final Duration GAP = Duration.ofMinutes(5);

    /** One that is alone on its host. */
    public record Feed(String host, Hostility hostility) {}

    private HostileFeeds() {}

    /** So many of each kind. */
    public static List<Feed> of(int ofEach) {
        return Arrays.stream(Hostility.values())
                .flatMap(hostility -> IntStream.range(0, ofEach).mapToObj(i -> new Feed(host(hostility, i), hostility)))
                .toList();
    }

    private static String host(Hostility hostility, int number) {
        return hostility.name().toLowerCase(Locale.ROOT).replace('_', '-') + number + ".example";
    }
}
