// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.processor;

import java.util.List;
import java.util.Map;

/**
 * One of the ways to read the same backlog.
 *
 * @param name what people call it
 * @param instances processors that share the work; 0 is the bare passthrough
 * @param flags settings of each processor
 */
record Setup(String name, int instances, Map<String, String> flags) {

    static final Setup PASSTHROUGH = new Setup("bare passthrough", 0, Map.of());
    static final Setup EXACTLY_ONCE = new Setup("exactly once", 1, Map.of());
    static final Setup AT_LEAST_ONCE =
            new Setup("at least once", 1, Map.of("streams.processing.guarantee", "at_least_once"));
    static final Setup TWO_THREADS = new Setup("exactly once, 2 threads", 1, Map.of("processor.threads", "2"));
    static final Setup TWO_INSTANCES = new Setup("exactly once, 2 instances", 2, Map.of());

    static final List<Setup> ALL = List.of(PASSTHROUGH, EXACTLY_ONCE, AT_LEAST_ONCE, TWO_THREADS, TWO_INSTANCES);

    Setup {
        flags = Map.copyOf(flags);
    }

    /** A name of its own for the group of each run. */
    String group(int round) {
        return name.replaceAll("[^a-z0-9]+", "-") + "-" + round;
    }
}
