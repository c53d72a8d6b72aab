// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.runtime.lifecycle.Lifecycle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short run of what {@code racewire prove} does. */
class ProofIT {

    private final long seed = Long.getLong("seed", System.nanoTime() % 1_000_000);

    @Test
    void everythingIsCountedOnceThoughEachProcessIsKilled(@TempDir Path folder) throws Exception {
        List<String> told = new ArrayList<>();
        Proof.Verdict verdict;
        try (Lifecycle lifecycle = new Lifecycle()) {
            Proof.Plan plan = new Proof.Plan(seed, 3, 6, 16, Duration.ofSeconds(6));
            verdict = new Proof(plan, folder, lifecycle, told::add).run();
        }

        assertThat(verdict.reckoning().lost()).as("lost, seed %d", seed).isEmpty();
        assertThat(verdict.reckoning().doubled()).as("double, seed %d", seed).isEmpty();
        assertThat(verdict.reckoning().wrong()).as("wrong, seed %d", seed).isEmpty();
        assertThat(verdict.audit().differences()).as("audit, seed %d", seed).isEmpty();
        assertThat(verdict.reckoning().shown()).isEqualTo(6 * 16);
        assertThat(verdict.reckoning().counted()).isPositive();
        assertThat(told).filteredOn(line -> line.startsWith("kill -9")).hasSize(3);
    }
}
