// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.accuracy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An evaluation as tables for a terminal. */
public final class EvaluationText {

    private static final int OFTEN = 10;

    private EvaluationText() {}

    /** All tables. */
    public static String of(Evaluation evaluation) {
        List<String> lines = new ArrayList<>();
        lines.add("F1 and its 95 % interval, precision / recall; \"?\": unproven, the interval reaches below 0.70");
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "%-9s %5s  %-33s %-33s %-33s %s",
                "language",
                "n",
                "in scope",
                "countries",
                "topics",
                "rivalry"));
        lines.add(row("all", evaluation.all()));
        evaluation.languages().forEach((language, score) -> lines.add(row(language, score)));
        Score all = evaluation.all();
        lines.add("");
        lines.add("with the labels of stories that should be out of scope, as they land in counts:");
        lines.add("countries " + cell(all.countedCountries()) + "  topics " + cell(all.countedTopics()));
        lines.add("");
        lines.add(String.format(Locale.ROOT, "%-15s %5s  %-33s %s", "topic", "n", "of stories in scope", "as counted"));
        evaluation.countedTopics().forEach((topic, counted) -> {
            Tally inScope = evaluation.topics().getOrDefault(topic, Tally.NONE);
            lines.add(String.format(
                            Locale.ROOT, "%-15s %5d  %-33s %s", topic, counted.right(), cell(inScope), cell(counted))
                    .stripTrailing());
        });
        counts(evaluation, lines);
        return String.join("\n", lines) + "\n";
    }

    private static String row(String name, Score score) {
        return String.format(
                        Locale.ROOT,
                        "%-9s %5d  %-33s %-33s %-33s %s",
                        name,
                        score.stories(),
                        cell(score.scope()),
                        cell(score.countries()),
                        cell(score.topics()),
                        cell(score.rivalry()))
                .stripTrailing();
    }

    private static String cell(Tally tally) {
        if (tally.equals(Tally.NONE)) {
            return "-";
        }
        Proportion f1 = tally.f1();
        return String.format(
                Locale.ROOT,
                "%.3f [%.2f %.2f]%s %.3f / %.3f",
                f1.value(),
                f1.low(),
                f1.high(),
                tally.proven() ? " " : "?",
                tally.precision().value(),
                tally.recall().value());
    }

    private static void counts(Evaluation evaluation, List<String> lines) {
        List<String> errors = new ArrayList<>();
        List<Map.Entry<String, Tally>> labels =
                new ArrayList<>(evaluation.countedCountries().entrySet());
        labels.addAll(evaluation.countedTopics().entrySet());
        labels.sort(Comparator.comparingInt(
                        (Map.Entry<String, Tally> label) -> label.getValue().right())
                .reversed());
        for (Map.Entry<String, Tally> label : labels) {
            Tally tally = label.getValue();
            if (tally.right() >= OFTEN) {
                double ratio = (double) (tally.hits() + tally.extra()) / tally.right();
                errors.add(String.format(Locale.ROOT, "%s %.2f (%d)", label.getKey(), ratio, tally.right()));
            }
        }
        if (!errors.isEmpty()) {
            lines.add("");
            lines.add("stories counted / stories that should be, for what has ten or more:");
            lines.add(String.join("  ", errors));
        }
    }
}
