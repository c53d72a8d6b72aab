// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.dashboard.SampleWeek;
import dev.racewire.dashboard.TestServer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationsPageIT {

    private static final int LOOKS = 240;

    private static Browser browser;
    private static TestServer server;

    /** An hour of a system whose feeds begin to fail half an hour ago. */
    @BeforeAll
    static void start() throws Exception {
        browser = Browser.start();
        server = new TestServer(Map.of());
        SampleWeek.into(server.feeding(), Instant.now());
        server.publish();
        MeterRegistry registry = server.registry();
        AtomicInteger failing = new AtomicInteger();
        Gauge.builder("racewire.ingest.feeds", failing::get)
                .tag("health", "failing")
                .description("Feeds of this instance by how they fare")
                .register(registry);
        Counter read = Counter.builder("racewire.ingest.polls")
                .tags("outcome", "read", "reason", "none")
                .description("Polls by outcome, and failed ones by reason")
                .register(registry);
        Timer polls = Timer.builder("racewire.ingest.poll.duration")
                .description("From the request to the records of the answer")
                .register(registry);
        Instant begin = Instant.now().minus(Duration.ofHours(1));
        for (int i = 0; i < LOOKS; i++) {
            failing.set(i < LOOKS / 2 ? 0 : 7);
            read.increment(3 + i % 4);
            polls.record(Duration.ofMillis(80 + i % 40));
            server.look(begin.plusSeconds(15L * i));
        }
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"1300, light", "1300, dark", "320, light", "320, dark"})
    void isAccessibleAndInOnePiece(int width, String theme) throws Exception {
        open(width, "/ops?theme=" + theme);
        assertThat(browser.axe()).isEmpty();
        assertThat(browser.script("return document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        assertThat(browser.console()).isEmpty();
        assertThat(browser.hosts())
                .containsExactly("127.0.0.1:" + server.address("/").getPort());
        browser.screenshot(Path.of("target", "screenshots", "ops-" + width + "-" + theme + ".png"));
    }

    @Test
    void showsLinesAndTheSameAsTables() {
        open(1300, "/ops");
        assertThat(browser.text("#groups")).contains("Feeds of this instance", "racewire.ingest.polls", "per minute");
        assertThat(
                        browser.script(
                                "return [...document.querySelectorAll('.plot')].map((p) => p.getAttribute('aria-label')).join()"))
                .asString()
                .contains("failing: now 7, between 0 and 7.");
        assertThat(browser.text("#groups")).contains("120 ms").doesNotContain("4 s");
        browser.click("#twin");
        browser.await(
                "document.querySelectorAll('.meter table').length > 0 && !document.querySelector('.meter canvas')");
        assertThat(browser.text(".meter table")).contains("failing", "7");
    }

    @Test
    void isReachedFromThePageAndLeadsBack() {
        browser.size(1300, 1500);
        browser.open(server.address("/"));
        browser.click("#fine a[href='/ops']");
        browser.await("document.querySelector('.meter canvas')");
        browser.click("a[data-t='ops.back']");
        browser.await("document.querySelector('#matrix td button')");
    }

    @ParameterizedTest
    @CsvSource({"id, Bagaimana sistem berjalan", "zh, 运行情况"})
    void speaksTheReadersLanguage(String language, String headline) {
        open(1300, "/ops?ui=" + language);
        assertThat(browser.text("h1")).isEqualTo(headline);
        assertThat(List.of(browser.text("main").split("\n"))).noneMatch(line -> line.startsWith("ops."));
    }

    private static void open(int width, String path) {
        browser.size(width, 1500);
        browser.go(server.address(path));
        browser.await("document.querySelector('.meter canvas') && document.querySelector('#health').dataset.level");
    }
}
