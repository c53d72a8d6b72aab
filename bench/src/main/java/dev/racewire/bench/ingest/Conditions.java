// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.ingest;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** Under what conditions something was measured. */
final class Conditions {

    private Conditions() {}

    static String line() {
        return String.format(
                Locale.ROOT,
                "Java %s, %d processors, load %.1f before the run",
                Runtime.version().feature(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
