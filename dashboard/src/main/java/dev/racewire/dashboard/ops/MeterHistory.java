// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.ops;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The meters of this process over the last hours, looked at in equal steps: gauges as they stand, counters as what came a
 * minute, timers as how many a minute and how long each took. Bounded: as many steps as hours hold.
 */
public final class MeterHistory {

    /** From one look to the next. */
    public static final Duration STEP = Duration.ofSeconds(15);

    /** How far back it goes. */
    public static final Duration KEPT = Duration.ofHours(6);

    private static final int STEPS = (int) KEPT.dividedBy(STEP);
    private static final double STEPS_A_MINUTE = (double) Duration.ofMinutes(1).toMillis() / STEP.toMillis();

    /** Of the JVM's meters the few that explain most troubles. */
    private static final Set<String> OF_THE_JVM =
            Set.of("jvm.memory.used", "jvm.gc.pause", "process.cpu.usage", "disk.free");

    private final MeterRegistry registry;
    private final Map<Key, Track> tracks = new HashMap<>();
    private final Map<Key, Double> sums = new HashMap<>();
    private long looks;
    private Instant last = Instant.EPOCH;

    /** What a line shows of its meter. */
    public enum Measure {
        VALUE,
        PER_MINUTE,
        MEAN_SECONDS
    }

    private record Key(Meter.Id id, Measure measure) {}

    /**
     * A line.
     *
     * @param values one a step, oldest first; NaN where there was nothing to see
     */
    public record Line(Meter.Id id, Measure measure, List<Double> values) {}

    /**
     * All lines.
     *
     * @param start when the first step begins
     */
    public record Lines(Instant start, Duration step, List<Line> lines) {}

    public MeterHistory(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Looks at all meters; to be called once a {@link #STEP}. */
    public synchronized void look(Instant now) {
        last = now;
        for (Meter meter : registry.getMeters()) {
            if (isWanted(meter.getId())) {
                look(meter);
            }
        }
        looks++;
    }

    private static boolean isWanted(Meter.Id id) {
        if (id.getName().startsWith("racewire.")) {
            return !id.getName().equals("racewire.build");
        }
        return OF_THE_JVM.contains(id.getName()) && !"nonheap".equals(id.getTag("area"));
    }

    private void look(Meter meter) {
        Meter.Id id = meter.getId();
        if (meter instanceof Timer timer) {
            double count = more(new Key(id, Measure.PER_MINUTE), (double) timer.count());
            double seconds = more(new Key(id, Measure.MEAN_SECONDS), timer.totalTime(TimeUnit.SECONDS));
            put(new Key(id, Measure.PER_MINUTE), count * STEPS_A_MINUTE);
            put(new Key(id, Measure.MEAN_SECONDS), count > 0 ? seconds / count : Double.NaN);
        } else if (meter instanceof Counter counter) {
            Key key = new Key(id, Measure.PER_MINUTE);
            put(key, more(key, counter.count()) * STEPS_A_MINUTE);
        } else if (meter instanceof FunctionCounter counter) {
            Key key = new Key(id, Measure.PER_MINUTE);
            put(key, more(key, counter.count()) * STEPS_A_MINUTE);
        } else if (meter instanceof Gauge gauge) {
            put(new Key(id, Measure.VALUE), gauge.value());
        }
    }

    /** What was added since the last look; at the first look nothing can be told. */
    private double more(Key key, double sum) {
        Double before = sums.put(key, sum);
        return before == null ? Double.NaN : sum - before;
    }

    private void put(Key key, double value) {
        tracks.computeIfAbsent(key, any -> new Track(STEPS)).put(looks, value);
    }

    /** The lines of the last {@code window}, in at most that many points. */
    public synchronized Lines lines(Duration window, int points) {
        int steps = (int) Math.min(Math.min(window.dividedBy(STEP), STEPS), looks);
        int width = Math.max(1, (steps + points - 1) / points);
        List<Line> lines = new ArrayList<>();
        tracks.forEach(
                (key, track) -> lines.add(new Line(key.id(), key.measure(), track.means(looks - steps, looks, width))));
        lines.sort(Comparator.comparing((Line line) -> line.id().getName())
                .thenComparing(Line::measure)
                .thenComparing(line -> line.id().getTags().toString()));
        return new Lines(last.minus(STEP.multipliedBy(steps)), STEP.multipliedBy(width), lines);
    }
}
