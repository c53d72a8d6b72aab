// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.api;

import dev.racewire.dashboard.ops.MeterHistory;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code operations}: the meters of this process over the last hours, for the operators' page. */
final class OperationsResource implements Resource {

    private static final int MOST_POINTS = 180;
    private static final MathContext FOUR_DIGITS = new MathContext(4);
    private static final Map<String, Duration> WINDOWS =
            Map.of("15m", Duration.ofMinutes(15), "1h", Duration.ofHours(1), "6h", MeterHistory.KEPT);

    private final MeterHistory history;
    private final Heads heads;

    /**
     * A line.
     *
     * @param measure what it shows of the meter: its value, what came per minute, or the mean in seconds
     * @param values one a step, oldest first; null where there was nothing to see
     */
    record LineJson(
            String name,
            Map<String, String> tags,
            String measure,
            String unit,
            String description,
            List<@Nullable Double> values) {}

    OperationsResource(MeterHistory history, Heads heads) {
        this.history = history;
        this.heads = heads;
    }

    @Override
    public String name() {
        return "operations";
    }

    @Override
    public Set<String> parameters() {
        return Set.of("window");
    }

    @Override
    public Answer answer(String rest, Parameters parameters) {
        Duration window = WINDOWS.get(parameters.text("window").orElse("6h"));
        if (window == null) {
            throw new Problem(Problem.Kind.UNKNOWN_WINDOW, "window is 15m, 1h or 6h here");
        }
        MeterHistory.Lines lines = history.lines(window, MOST_POINTS);
        Map<String, Object> head = heads.plain();
        head.put("start", lines.start());
        head.put("stepSeconds", lines.step().toSeconds());
        head.put("lines", lines.lines().stream().map(OperationsResource::json).toList());
        return new Answer.Document(head);
    }

    private static LineJson json(MeterHistory.Line line) {
        List<@Nullable Double> values = new ArrayList<>();
        line.values().forEach(value -> values.add(Double.isFinite(value) ? rounded(value) : null));
        return new LineJson(
                line.id().getName(),
                line.id().getTags().stream().collect(Collectors.toMap(Tag::getKey, Tag::getValue)),
                line.measure().name().toLowerCase(Locale.ROOT),
                unit(line),
                orEmpty(line.id().getDescription()),
                values);
    }

    /** How many a minute came of what takes time has no unit. */
    private static String unit(MeterHistory.Line line) {
        boolean howMany =
                line.measure() == MeterHistory.Measure.PER_MINUTE && line.id().getType() == Meter.Type.TIMER;
        return howMany ? "" : orEmpty(line.id().getBaseUnit());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** More digits than can be seen in a line would only make the answer long. */
    private static double rounded(double value) {
        return new BigDecimal(value).round(FOUR_DIGITS).doubleValue();
    }
}
