// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.exactness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.racewire.app.audit.Auditor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A full disk makes a processor not ready, and costs nothing once there is room again. */
class FullDiskIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int MEGABYTES = 512;

    @RegisterExtension
    static final OneBroker BROKER = new OneBroker();

    private final long seed = Seed.ofThisRun();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void isNotReadySetsNothingAsideAndIsExactWhenThereIsRoomAgain() throws Exception {
        try (Scene scene = new Scene(BROKER.clients(""), seed);
                SmallDisk disk = smallDisk(folder.resolve("state"));
                Instance instance = new Instance(scene.clients(), folder, List.of())) {
            instance.start();
            scene.publisher().showUpTo(1_000);
            scene.awaitCounts(PATIENCE);
            disk.fill();
            AtomicInteger shown = new AtomicInteger(8_000);
            // A store goes to disk when it has gathered enough, so news goes on until one does.
            Awaitility.await("seed " + seed)
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> {
                        scene.publisher().showUpTo(shown.addAndGet(1_000));
                        assertThat(whyNotReady(instance)).contains("No space left");
                    });
            scene.readOn(Duration.ofSeconds(1));
            assertThat(scene.publisher().poison().keySet())
                    .containsAll(scene.findings().deadLetters().keySet());

            disk.clear();
            instance.stop();
            instance.start();

            assertThat(scene.settle()).as("seed " + seed).isEmpty();
            assertThat(instance.readiness()).startsWith("200");
            assertThat(new Auditor(scene.clients(), InstantSource.system())
                            .cells()
                            .differences())
                    .isEmpty();
            instance.stop();
        }
    }

    /** What it answers while it is not ready; once it has ended, which takes it a moment only, what it said at last. */
    private static String whyNotReady(Instance instance) throws IOException, InterruptedException {
        if (instance.isRunning()) {
            String readiness = instance.readiness();
            return readiness.startsWith("503") ? readiness : "";
        }
        return Files.readString(instance.log())
                .lines()
                .filter(line -> line.startsWith("racewire: processor has failed"))
                .findFirst()
                .orElse("");
    }

    private static SmallDisk smallDisk(Path path) {
        try {
            return SmallDisk.mount(path, MEGABYTES);
        } catch (IOException e) {
            return abort("a full disk needs a small one, which only root may mount here: " + e.getMessage());
        }
    }
}
