// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MeterHistoryTest {

    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MeterHistory history = new MeterHistory(registry);
    private int looks;

    @Test
    void showsGaugesAsTheyStand() {
        AtomicInteger level = registry.gauge("racewire.test.level", new AtomicInteger(4));
        look();
        level.set(6);
        look();
        assertThat(values("racewire.test.level", MeterHistory.Measure.VALUE)).containsExactly(4.0, 6.0);
    }

    @Test
    void showsCountersAsWhatCameAMinute() {
        Counter counter = registry.counter("racewire.test.things");
        counter.increment(100);
        look();
        counter.increment(5);
        look();
        look();
        assertThat(values("racewire.test.things", MeterHistory.Measure.PER_MINUTE))
                .containsExactly(Double.NaN, 20.0, 0.0);
    }

    @Test
    void showsHowLongThingsTook() {
        Timer timer = registry.timer("racewire.test.work");
        look();
        timer.record(Duration.ofMillis(100));
        timer.record(Duration.ofMillis(300));
        look();
        look();
        assertThat(values("racewire.test.work", MeterHistory.Measure.MEAN_SECONDS))
                .containsExactly(Double.NaN, 0.2, Double.NaN);
        assertThat(values("racewire.test.work", MeterHistory.Measure.PER_MINUTE))
                .containsExactly(Double.NaN, 8.0, 0.0);
    }

    @Test
    void joinsStepsWhereThereAreTooMany() {
        AtomicInteger level = registry.gauge("racewire.test.level", new AtomicInteger());
        for (int i = 0; i < 10; i++) {
            level.set(i);
            look();
        }
        MeterHistory.Lines lines = history.lines(Duration.ofHours(1), 5);
        assertThat(lines.step()).isEqualTo(Duration.ofSeconds(30));
        assertThat(lines.lines().get(0).values()).containsExactly(0.5, 2.5, 4.5, 6.5, 8.5);
    }

    @Test
    void forgetsWhatIsTooOld() {
        AtomicInteger level = registry.gauge("racewire.test.level", new AtomicInteger(1));
        look();
        level.set(2);
        for (int i = 0; i < 1_440; i++) {
            look();
        }
        assertThat(values("racewire.test.level", MeterHistory.Measure.VALUE))
                .hasSize(1_440)
                .containsOnly(2.0);
    }

    /** A meter that appears late has no past, and one that went away has no present. */
    @Test
    void leavesHolesWhereAMeterWasNotThere() {
        look();
        AtomicInteger level = registry.gauge("racewire.test.level", new AtomicInteger(3));
        look();
        registry.remove(registry.find("racewire.test.level").gauge());
        look();
        assertThat(level).hasValue(3);
        assertThat(values("racewire.test.level", MeterHistory.Measure.VALUE))
                .containsExactly(Double.NaN, 3.0, Double.NaN);
    }

    @Test
    void leavesOutWhatOperatorsDoNotAskFor() {
        registry.counter("jetty.something");
        look();
        assertThat(history.lines(Duration.ofHours(1), 100).lines()).isEmpty();
    }

    private void look() {
        history.look(START.plusSeconds(15L * looks++));
    }

    private List<Double> values(String name, MeterHistory.Measure measure) {
        return history.lines(MeterHistory.KEPT, 2_000).lines().stream()
                .filter(line -> line.id().getName().equals(name) && line.measure() == measure)
                .findFirst()
                .orElseThrow()
                .values();
    }
}
