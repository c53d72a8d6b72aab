// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.dashboard.News;
import dev.racewire.dashboard.TestServer;
import dev.racewire.dashboard.Weeks;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

/** Four ordinary weeks, and then something happens: what the page says of it. */
class UnquietDaysIT {

    private static Browser browser;

    private final Instant now = Instant.now();
    private TestServer server;
    private Weeks weeks;

    @BeforeAll
    static void startBrowser() {
        browser = Browser.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void start() throws Exception {
        server = new TestServer(Map.of());
        weeks = new Weeks(server.feeding(), 6);
        weeks.ordinary(now, 28);
        browser.size(1300, 1500);
    }

    @AfterEach
    void stop() {
        browser.script("window.stop(); location.replace('about:blank')");
        browser.console();
        server.close();
    }

    @Test
    void aSurgeIsToldAndOpensItsCell() {
        stories(60, now.minus(Duration.ofHours(10)), Duration.ofMinutes(10));
        server.publish();

        browser.open(server.address("/?window=24h"));
        browser.await("document.querySelector('#surges button')");
        assertThat(browser.text("#surges")).startsWith("▲ More than usual today: Andorra · chips (");
        assertThat(browser.text("[data-key='AD|chips']")).endsWith("▲");
        browser.click("#surges button");
        browser.await("location.search.includes('country=AD')");
        browser.await("document.querySelector('#stories-sub').textContent === 'Andorra · chips'");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void ordinaryDaysHaveNone() {
        server.publish();
        browser.open(server.address("/?window=24h"));
        browser.await("document.querySelector('#lines canvas')");
        assertThat(browser.text("#surges")).isEmpty();
    }

    /** What was published in the night all comes at once, when the network is back. */
    @Test
    void twelveHoursWithoutNetworkAreHatchedAndNoSurgeFollows() {
        Instant back = now.minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.HOURS);
        weeks.outage(back.minus(Duration.ofHours(12)), back);
        stories(80, back, Duration.ofSeconds(40));
        server.publish();

        browser.open(server.address("/?window=24h"));
        browser.await("document.querySelector('#matrix table.incomplete')");
        assertThat(browser.all("#surges button")).isEmpty();
        assertThat(browser.all("#matrix .up")).isEmpty();
        assertThat(browser.script("return getComputedStyle(document.querySelector('#matrix td button').closest('td'))"
                        + ".backgroundImage"))
                .asString()
                .contains("repeating-linear-gradient");
        browser.await("document.querySelector('#lines canvas')");
        browser.script("[...document.querySelectorAll('#lines-panel button')]"
                + ".find((b) => b.textContent === 'Show as table').click()");
        browser.await("document.querySelector('#lines .twin')");
        List<String> unwatched = browser.all("#lines .twin tbody th .warn").stream()
                .map(WebElement::getText)
                .toList();
        assertThat(unwatched).as("hours that were not watched").hasSizeBetween(12, 13);
        assertThat(browser.console()).isEmpty();
    }

    /** Neither missing nor double: what came while the line was cut is there, each once. */
    @Test
    void aStreamThatIsCutGoesOnWhereItWas() throws Exception {
        server.publish();
        try (Line line = new Line(server.address("/").getPort())) {
            browser.open(line.address("/"));
            browser.await("document.querySelector('#health').dataset.level === 'good'");
            browser.script("window.marker = 1");
            arrive("before the cut");
            browser.await(shown(1));

            line.cut();
            arrive("in the cut");
            arrive("in the cut too");
            browser.await("document.querySelector('#health').dataset.level !== 'good'");
            line.mend();
            browser.await(shown(3));
            arrive("after the cut");
            browser.await(shown(4));
            browser.await("document.querySelector('#health').dataset.level === 'good'");

            assertThat(browser.script("return window.marker"))
                    .as("without a reload")
                    .isEqualTo(1L);
            browser.go(URI.create(browser.address()));
            browser.await(shown(4));
        }
    }

    private void stories(int count, Instant from, Duration between) {
        for (int i = 0; i < count; i++) {
            weeks.story(from.plus(between.multipliedBy(i)), "AD", "chips");
        }
    }

    private void arrive(String when) {
        server.feeding()
                .article(News.article("arrived " + when, Instant.now(), "FR", "chips")
                        .setTitle("Arrived " + when)
                        .build());
        server.publish();
    }

    private static String shown(int stories) {
        return "(() => { const titles = [...document.querySelectorAll('#stories h3')].map((h) => h.textContent)"
                + ".filter((title) => title.startsWith('Arrived'));"
                + " return titles.length === " + stories + " && new Set(titles).size === " + stories + "; })()";
    }
}
