// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.processor;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.Objects;

/**
 * What has been spent so far.
 *
 * @param nanos wall clock
 * @param cpuNanos processor time of this JVM, the broker's included
 * @param allocated bytes that the threads of Kafka Streams, their clients' included, have allocated
 */
record Usage(long nanos, long cpuNanos, long allocated) {

    private static final String OF_STREAMS = "StreamThread";

    static Usage now() {
        long cpu = ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean process
                ? process.getProcessCpuTime()
                : 0;
        return new Usage(System.nanoTime(), cpu, allocatedByStreams());
    }

    Usage since(Usage begin) {
        return new Usage(nanos - begin.nanos, cpuNanos - begin.cpuNanos, allocated - begin.allocated);
    }

    private static long allocatedByStreams() {
        if (!(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads)) {
            return 0;
        }
        long[] ids = Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(Objects::nonNull)
                .filter(thread -> thread.getThreadName().contains(OF_STREAMS))
                .mapToLong(ThreadInfo::getThreadId)
                .toArray();
        return Arrays.stream(threads.getThreadAllocatedBytes(ids)).sum();
    }
}
