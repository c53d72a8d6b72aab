// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A verdict is the same in every process, to the last digit. Each JVM goes through its immutable sets and maps in an
 * order of its own, so an order that decides something shows between JVMs only.
 */
class SameVerdictsIT {

    private static final int JVMS = 4;
    private static final String STORIES = "/dev/racewire/app/stories/";

    @TempDir
    Path folder;

    @Test
    void eachJvmComesToTheSameVerdicts() throws Exception {
        Path stories = Files.writeString(folder.resolve("stories.jsonl"), storiesForMending());
        byte[] first = verdicts(stories, 0);

        assertThat(new String(first, StandardCharsets.UTF_8).lines())
                .hasSameSizeAs(Files.readAllLines(stories).toArray());
        for (int jvm = 1; jvm < JVMS; jvm++) {
            assertThat(verdicts(stories, jvm)).as("verdicts of JVM %d", jvm).isEqualTo(first);
        }
    }

    private byte[] verdicts(Path stories, int jvm) throws IOException, InterruptedException {
        Path verdicts = folder.resolve("verdicts-" + jvm);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.racewire.app.Main",
                        "classify")
                .redirectInput(stories.toFile())
                .redirectOutput(verdicts.toFile())
                .redirectError(Redirect.INHERIT)
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return Files.readAllBytes(verdicts);
    }

    private static String storiesForMending() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String language : text("languages.txt").lines().toList()) {
            all.append(text("mend/" + language + ".jsonl"));
        }
        return all.toString();
    }

    private static String text(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(SameVerdictsIT.class.getResourceAsStream(STORIES + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
