// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The feeds of a run, the same in every process of it: how many, and the mean time between two items of each.
 *
 * @param gapMillis 0: as on real sites, from one item in five minutes to one a day
 */
public record World(int feeds, long gapMillis) {

    private static final double SLOWEST_OVER_FASTEST = 288;

    String host(int number) {
        return "paper" + number + ".example";
    }

    String url(int number) {
        return "http://" + host(number) + "/feed";
    }

    /** Mean time between two items of a feed: evenly spread on a logarithmic scale. */
    Duration gap(int number) {
        if (gapMillis > 0) {
            return Duration.ofMillis(gapMillis);
        }
        double place = new SplittableRandom(number * 31L + 7).nextDouble();
        return Duration.ofMillis((long) (Duration.ofMinutes(5).toMillis() * Math.pow(SLOWEST_OVER_FASTEST, place)));
    }

    /** As arguments of a program that makes up the same world. */
    public List<String> arguments() {
        return new ArrayList<>(List.of(String.valueOf(feeds), String.valueOf(gapMillis)));
    }

    static World of(String[] arguments) {
        return new World(Integer.parseInt(arguments[0]), Long.parseLong(arguments[1]));
    }
}
