// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each hostile shape is refused or parsed within a second of the thread's time. The heap is bounded by {@link HostileIT}. */
final class HostileTest {
    @BeforeAll
    static void loadMonthNames() {
        Feeds.outcome("<rss><item><pubDate>28 Mart 2026</pubDate></item></rss>");
    }

    @TestFactory
    Stream<DynamicTest> costsLessThanASecond() {
        return HostileShapes.all().entrySet().stream()
                .map(shape -> DynamicTest.dynamicTest(shape.getKey(), () -> parse(shape.getValue())));
    }

    private static void parse(Supplier<byte[]> shape) {
        byte[] body = shape.get();
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        ParseOutcome outcome = Feeds.PARSER.parse(body, null, null);
        long milliseconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1_000_000;
        assertThat(outcome).isNotNull();
        assertThat(milliseconds).isLessThan(1_000);
    }

    @Test
    void neverResolvesOrExpandsEntities() {
        ParsedEntry entry = Feeds.feed("<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'><!ENTITY y 'yes'>]>"
                        + "<rss><item><title>a &x; b &y; c</title></item></rss>")
                .entries()
                .get(0);
        assertThat(entry.title()).isEqualTo("a &x; b &y; c");
    }
}
