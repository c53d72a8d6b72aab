// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.topology;

import dev.racewire.processor.classify.ActorKind;
import dev.racewire.processor.classify.Classification;
import dev.racewire.processor.classify.CountryVerdict;
import dev.racewire.processor.classify.TopicVerdict;
import dev.racewire.processor.verdict.Judge;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A judge for tests that reads the verdict off the summary: {@code "en US,CN chips,trade rivalry"}; {@code "en -"} is
 * out of scope, {@code "broken"} fails.
 *
 * @param taxonomyVersion version that it claims
 */
record LabelledJudge(String taxonomyVersion) implements Judge {

    @Override
    public Classification judge(String title, String summary, @Nullable String declaredLanguage) {
        if (summary.equals("broken")) {
            throw new IllegalStateException("judged to death");
        }
        String[] words = summary.split(" ", -1);
        if (words[1].equals("-")) {
            return new Classification(false, 0.1, false, words[0], List.of(), List.of(), List.of());
        }
        return new Classification(
                true,
                0.9,
                words.length > 3,
                words[0],
                list(words[2]).stream()
                        .map(topic -> new TopicVerdict(topic, 0.8))
                        .toList(),
                list(words[1]).stream()
                        .map(country -> new CountryVerdict(country, 0.7, ActorKind.STATE))
                        .toList(),
                List.of());
    }

    private static List<String> list(String words) {
        return words.equals(".") ? List.of() : Arrays.asList(words.split(","));
    }
}
