// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.racewire.app.AppSettings;
import dev.racewire.app.demo.narrate.Line;
import dev.racewire.app.instance.DataDirectory;
import dev.racewire.app.role.Addresses;
import dev.racewire.app.role.Installation;
import dev.racewire.runtime.config.SettingSources;
import dev.racewire.runtime.config.Settings;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.lifecycle.Lifecycle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * Paints the README's picture anew: the page as the demo fills it. Runs only when asked for by name,
 * {@code -Dit.test=DemoPictures}, since a picture that changed without a reason is noise in the history.
 */
class DemoPictures {

    private static final Path PICTURE = Path.of("..", "docs", "images", "page.png");
    private static final int MOST_BYTES = 300_000;
    private static final int WIDTH = 1300;
    private static final int HEIGHT = 1480;

    private final List<Line> lines = new CopyOnWriteArrayList<>();

    @Test
    void thePageAsTheDemoFillsIt(@TempDir Path directory) throws Exception {
        try (Lifecycle lifecycle = new Lifecycle()) {
            Demo demo = new Demo(lines::add, Duration.ofSeconds(60));
            lifecycle.start(demo);
            DataDirectory data = new DataDirectory(directory.resolve("data"), DataDirectory.Use.SAMPLE);
            lifecycle.start(data);
            Installation installation = new Installation("demo", settings(demo, data), data, lifecycle);
            KafkaClients clients = installation.startBroker();
            demo.begin(clients);
            lifecycle.start(demo.narrator(clients));
            Addresses addresses = installation.startRoles(clients);
            await().atMost(Duration.ofMinutes(5))
                    .until(() -> lines.stream().anyMatch(line -> line.text().contains("week is over")));
            byte[] picture = picture(addresses.page());
            Files.createDirectories(PICTURE.getParent());
            Files.write(PICTURE, picture);
            assertThat(picture).hasSizeLessThan(MOST_BYTES);
        }
    }

    private static byte[] picture(String page) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--lang=en");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
                .usingAnyFreePort()
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        try {
            driver.executeCdpCommand(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", WIDTH, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
            driver.get(page + "?theme=light&ui=en");
            await().atMost(Duration.ofSeconds(30)).until(() -> Boolean.TRUE.equals(driver.executeScript(DRAWN)));
            return driver.getScreenshotAs(OutputType.BYTES);
        } finally {
            driver.quit();
        }
    }

    private static final String DRAWN =
            "return document.querySelector('#sample').textContent === 'SAMPLE' && document.querySelector('#lines canvas')"
                    + " !== null && document.querySelectorAll('#stories li').length > 3"
                    + " && document.querySelector('#health').dataset.level === 'good'";

    private static Settings settings(Demo demo, DataDirectory data) {
        Map<String, String> own = new HashMap<>(AppSettings.within(data));
        own.putAll(demo.settings());
        List.of("broker.port", AppSettings.REGISTRY_PORT, AppSettings.OPS_PORT, "dashboard.port")
                .forEach(port -> own.put(port, "0"));
        return Settings.resolve(AppSettings.define(), SettingSources.ofFlags(own));
    }
}
