// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.app.audit.Auditor;
import dev.racewire.runtime.kafka.KafkaClients;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every promise is kept whatever is done to the processors: killed with {@code kill -9} in the midst of the work, handed
 * over, frozen. {@code -Dseed=NUMBER} repeats a run; {@code racewire bench processor-faults} makes longer ones.
 */
class ExactCountsIT {

    @RegisterExtension
    static final OneBroker BROKER = new OneBroker();

    private final long seed = Seed.ofThisRun();

    @TempDir
    private Path folder;

    @Test
    void staysExactThroughKills() throws Exception {
        assertExact("kills-", new FaultPlan(seed, 8_000, 10, 1, Duration.ofSeconds(10)));
    }

    @Test
    void staysExactWhileTwoInstancesAreKilledHandedOverAndFrozen() throws Exception {
        assertExact("rebalances-", new FaultPlan(seed, 5_000, 10, 2, Duration.ofSeconds(3)));
    }

    private void assertExact(String prefix, FaultPlan plan) throws Exception {
        KafkaClients clients = BROKER.clients(prefix);
        try (FaultRun run = new FaultRun(plan, clients, folder, line -> System.out.println(line))) {
            FaultReport report = run.run();
            assertThat(report.exact())
                    .as("seed %d%n%s", plan.seed(), report.describe())
                    .isTrue();
            assertThat(report.articles()).isEqualTo(plan.articles());
            assertThat(report.counted()).isGreaterThan(plan.articles() / 5);
            assertThat(report.setAside()).isGreaterThan(plan.articles() / 200);
        }
        assertThat(new Auditor(clients, InstantSource.system()).cells().differences())
                .as("seed " + plan.seed())
                .isEmpty();
    }
}
