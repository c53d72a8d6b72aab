// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.accuracy;

import dev.racewire.app.stories.StoryReader;
import dev.racewire.processor.classify.Classifier;
import dev.racewire.processor.classify.Taxonomy;
import dev.racewire.schemas.Accuracy;
import java.util.ArrayList;
import java.util.List;

/** What the judging halves of the bundled stories show of a taxonomy. */
public final class JudgingHalf {

    private JudgingHalf() {}

    /** The evaluation on them. */
    public static Evaluation evaluate(Taxonomy taxonomy) {
        return Evaluation.of(StoryReader.half(StoryReader.JUDGE), new Classifier(taxonomy));
    }

    /** Accuracy by language and by topic, as it stands in {@code racewire-taxonomies}. */
    public static List<Accuracy> measure(Taxonomy taxonomy) {
        Evaluation evaluation = evaluate(taxonomy);
        List<Accuracy> lines = new ArrayList<>();
        lines.add(line(
                Evaluation.ALL,
                Evaluation.ALL,
                evaluation.all().stories(),
                evaluation.all().scope()));
        evaluation
                .languages()
                .forEach(
                        (language, score) -> lines.add(line(language, Evaluation.ALL, score.stories(), score.scope())));
        evaluation
                .countedTopics()
                .forEach((topic, tally) -> lines.add(line(Evaluation.ALL, topic, tally.right(), tally)));
        return lines;
    }

    private static Accuracy line(String language, String topic, int n, Tally tally) {
        Proportion f1 = tally.f1();
        return new Accuracy(language, topic, n, f1.value(), f1.low(), f1.high());
    }
}
