// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.function.Supplier;

/** Parses every hostile shape in a JVM of its own and prints how each went; its heap is the limit under test. */
final class HostileRun {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private HostileRun() {}

    public static void main(String[] args) {
        Feeds.outcome("<rss><item><pubDate>28 Mart 2026</pubDate></item></rss>");
        long worst = 0;
        for (Map.Entry<String, Supplier<byte[]>> shape : HostileShapes.all().entrySet()) {
            byte[] body = shape.getValue().get();
            long start = THREADS.getCurrentThreadCpuTime();
            ParseOutcome outcome = Feeds.PARSER.parse(body, null, null);
            long milliseconds = (THREADS.getCurrentThreadCpuTime() - start) / 1_000_000;
            worst = Math.max(worst, milliseconds);
            String how = outcome instanceof Refused refused ? refused.reason().name() : "PARSED";
            System.out.println(shape.getKey() + ": " + how + " " + milliseconds + " ms");
        }
        System.out.println("worst " + worst + " ms");
    }
}
