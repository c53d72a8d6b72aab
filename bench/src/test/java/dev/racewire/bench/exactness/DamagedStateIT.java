// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whatever becomes of a processor's files while it is down, Kafka has it all, and every promise is kept. */
class DamagedStateIT {

    @RegisterExtension
    static final OneBroker BROKER = new OneBroker();

    private final long seed = Seed.ofThisRun();

    @TempDir
    private Path folder;

    @Test
    void restoresWhatWasDeletedTruncatedOrFilledWithNoise() throws Exception {
        Random random = new Random(seed);
        try (Scene scene = new Scene(BROKER.clients(""), seed);
                Instance instance = new Instance(scene.clients(), folder, List.of())) {
            int articles = 1_500;
            assertExact(scene, instance, articles, "undamaged");
            for (Damage damage : Damage.values()) {
                assertThat(damage.toAll(instance.state(), random)).as("files").isGreaterThan(100);
                articles += 500;
                assertExact(scene, instance, articles, damage.name());
            }
        }
    }

    private void assertExact(Scene scene, Instance instance, int articles, String state) throws Exception {
        scene.publisher().showUpTo(articles);
        instance.start();
        assertThat(scene.settle()).as("%s, seed %d", state, seed).isEmpty();
        instance.stop();
    }
}
