// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.racewire.dashboard.News;
import dev.racewire.dashboard.SampleWeek;
import dev.racewire.dashboard.TestServer;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

class PageIT {

    private static Browser browser;
    private TestServer server;

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
        server = new TestServer(Map.of("dashboard.sample", "SAMPLE"));
        SampleWeek.into(server.feeding(), Instant.now());
        server.publish();
        browser.size(1300, 1500);
    }

    @AfterEach
    void stop() {
        browser.script("window.stop(); location.replace('about:blank')");
        browser.console();
        server.close();
    }

    @Test
    void showsTheTableAndSaysThatItIsASample() {
        browser.open(server.address("/"));
        assertThat(browser.title()).startsWith("SAMPLE");
        assertThat(browser.text("#sample")).isEqualTo("SAMPLE");
        assertThat(browser.all("#matrix thead th")).hasSize(15);
        assertThat(browser.text("#lede")).contains("stories", "United States");
        browser.await("document.querySelector('#health').dataset.level === 'good'");
        assertThat(browser.text("#health")).startsWith("Live").contains("36 feeds", "1 failing");
        assertThat(browser.console()).isEmpty();
        assertThat(browser.hosts())
                .containsExactly("127.0.0.1:" + server.address("/").getPort());
    }

    @Test
    void everyCellEqualsTheApi() throws Exception {
        browser.open(server.address("/?window=7d"));
        browser.click("#matrix-more");
        JsonNode cells;
        try (InputStream in = server.address("/api/v1/matrix?window=7d").toURL().openStream()) {
            cells = new ObjectMapper().readTree(in).path("cells");
        }
        assertThat(browser.all("#matrix td button")).hasSize(cells.size());
        for (JsonNode cell : cells) {
            String key =
                    cell.path("country").asText() + "|" + cell.path("topic").asText();
            assertThat(browser.script(
                            "return document.querySelector('[data-key=' + JSON.stringify(arguments[0]) + ']').textContent",
                            key))
                    .isEqualTo(cell.path("stories").asText());
        }
    }

    @Test
    void aCellOpensItsStoriesAndAStoryItsWords() {
        browser.open(server.address("/"));
        int count = Integer.parseInt(browser.text("[data-key='US|chips']"));
        browser.click("[data-key='US|chips']");
        browser.await("document.querySelector('#stories-sub').textContent === 'United States · Chips'");
        browser.await("document.querySelectorAll('#stories li article').length === " + Math.min(count, 20));
        assertThat(browser.address()).contains("country=US").contains("topic=chips");
        browser.click("#stories details summary");
        browser.await("document.querySelector('.why')");
        assertThat(browser.text(".why")).contains("Chips", "United States");
        assertThat(browser.all("#stories h3 mark.country")).isNotEmpty();
    }

    @Test
    void copiesAreFolded() {
        browser.open(server.address("/"));
        browser.script("document.querySelector('#stories-more').click()");
        String find =
                "[...document.querySelectorAll('#stories summary')].find((s) => s.textContent.startsWith('Also in'))";
        browser.await(find);
        browser.script(find + ".click()");
        browser.await("document.querySelector('.copies li')");
    }

    @Test
    void theAddressIsThePermalink() {
        browser.open(server.address("/"));
        browser.click("[data-key='CN|models']");
        browser.await("location.search.includes('topic=models')");
        browser.script("const m = document.querySelector('[name=measure]'); m.value = 'articles';"
                + " m.dispatchEvent(new Event('change'))");
        browser.await("location.search.includes('measure=articles')");
        String number = browser.text("[data-key='CN|models']");
        browser.open(URI.create(browser.address()));
        assertThat(browser.text("[data-key='CN|models']")).isEqualTo(number);
        assertThat(browser.script("return document.querySelector('td [aria-pressed=true]').dataset.key"))
                .isEqualTo("CN|models");
    }

    @Test
    void filtersByTextAndWindow() {
        browser.open(server.address("/"));
        browser.type("[name=q]", "visas");
        browser.await("location.search.includes('q=visas')");
        browser.await("document.querySelectorAll('#stories h3').length > 0"
                + " && [...document.querySelectorAll('#stories h3')].every((h) => h.textContent.includes('visas'))");
        browser.script("document.querySelector('[data-key=\"window-24h\"]').click()");
        browser.await("location.search.includes('window=24h')");
        browser.await("document.querySelector('#lede').textContent.includes('24 hours')");
    }

    @Test
    void newStoriesComeWithoutAReload() {
        browser.open(server.address("/"));
        browser.script("window.marker = 1");
        server.feeding()
                .article(News.article("fresh", Instant.now(), "US CN", "chips")
                        .setTitle("A story that arrives just now about AI")
                        .build());
        server.publish();
        browser.await("document.querySelector('#stories h3').textContent.includes('just now')");
        assertThat(browser.script("return window.marker")).isEqualTo(1L);
    }

    @Test
    void pauseHoldsTheListStill() {
        browser.open(server.address("/"));
        browser.click("#stories-panel .pause");
        server.feeding()
                .article(News.article("held", Instant.now(), "US", "chips")
                        .setTitle("Held back")
                        .build());
        server.publish();
        browser.await("document.querySelector('#stories-panel .pause').textContent.includes('1 new')");
        assertThat(browser.text("#stories h3")).doesNotContain("Held back");
        browser.click("#stories-panel .pause");
        browser.await("document.querySelector('#stories h3').textContent.includes('Held back')");
    }

    @Test
    void canBeUsedWithKeysAlone() {
        browser.open(server.address("/"));
        browser.script("document.querySelector('#matrix td button[tabindex=\"0\"]').focus()");
        browser.press(Keys.ARROW_DOWN);
        browser.press(Keys.ARROW_RIGHT);
        String key = String.valueOf(browser.script("return document.activeElement.dataset.key"));
        assertThat(key).startsWith("US|").doesNotEndWith("|*");
        browser.press(Keys.ENTER);
        browser.await("location.search.includes('country=US')");
        assertThat(browser.script("return document.activeElement.dataset.key")).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({"light,1300", "dark,1300", "light,320", "dark,320"})
    void hasNoBarriers(String theme, int width) throws Exception {
        browser.size(width, 1500);
        browser.open(server.address("/?theme=" + theme));
        browser.click("#stories details summary");
        browser.script("for (const d of document.querySelectorAll('#feeds, .morefilters')) d.open = true");
        browser.await("document.querySelector('#feeds-body table')");
        assertThat(browser.axe()).isEmpty();
        assertThat(browser.script("return document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        assertThat(browser.console()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "zh"})
    void speaksOtherLanguages(String language) {
        browser.open(server.address("/?ui=" + language));
        String us = language.equals("id") ? "Amerika Serikat" : "美国";
        assertThat(browser.text("#matrix tbody")).contains(us);
        assertThat(browser.script("return document.documentElement.lang"))
                .asString()
                .startsWith(language);
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void hostileTitlesStayText() {
        List<String> payloads = Payloads.all();
        Instant time = Instant.now().minusSeconds(60);
        for (int i = 0; i < payloads.size(); i++) {
            String payload = payloads.get(i);
            server.feeding()
                    .article(News.article("evil" + i, time, "US", "chips")
                            .setTitle("hostile " + payload)
                            .setSummary(payload)
                            .setOutlet(News.outlet(payload, "GB", "en", "P"))
                            .setLink(payload)
                            .build());
        }
        server.publish();
        browser.open(server.address("/?country=US&topic=chips&q=hostile"));
        for (int shown = 20; shown < payloads.size(); shown += 20) {
            browser.await("document.querySelectorAll('#stories li article').length >= " + shown);
            browser.script("document.querySelector('#stories-more').click()");
        }
        browser.await("document.querySelectorAll('#stories li article').length === " + payloads.size());
        assertThat(browser.script("return window.pwned === undefined")).isEqualTo(true);
        assertThat(browser.all("#stories img, #stories script, #stories svg, #stories iframe, #stories a"))
                .isEmpty();
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void canBeLookedAt() throws Exception {
        Path folder = Path.of("target", "screenshots");
        for (String theme : List.of("light", "dark")) {
            browser.size(1300, 1700);
            browser.open(server.address("/?theme=" + theme));
            browser.await("document.querySelector('#lines canvas')");
            browser.screenshot(folder.resolve("page-" + theme + ".png"));
            System.out.printf(
                    "%s: the table is there %s ms after the page was asked for%n",
                    theme, browser.script("return Math.round(performance.getEntriesByName('matrix')[0].startTime)"));
        }
        browser.size(1300, 2600);
        browser.open(server.address("/?country=CN&topic=chips&window=7d"));
        browser.click("[data-key='cite-matrix']");
        browser.screenshot(folder.resolve("page-cell.png"));
        browser.size(320, 1500);
        browser.open(server.address("/"));
        browser.screenshot(folder.resolve("page-320.png"));
        assertThat(folder.resolve("page-320.png")).isNotEmptyFile();
    }
}
