// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.processor.classify.TopicFit.Example;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopicFitTest {

    private static final String TITLE = "Beijing signs a pact on AI chips with Kenya at a summit";

    @Test
    void givesTheTopicsThatSuchStoriesHad() {
        assertThat(topics(fittedTo("diplomacy"))).containsExactly("diplomacy");
        assertThat(topics(fittedTo("diplomacy", "chips"))).contains("diplomacy", "chips");
    }

    @Test
    void changesNothingButWeights() {
        SortedMap<String, String> files = new TopicFit(Bundled.TAXONOMY).fit(List.of());
        assertThat(files.keySet()).isEqualTo(Bundled.TAXONOMY.files().keySet());
        files.forEach((name, text) -> assertThat(withoutWeights(text))
                .as(name)
                .isEqualTo(withoutWeights(Bundled.TAXONOMY.files().getOrDefault(name, ""))));
        Map<String, TopicWeights> plain = Taxonomy.of(files).rules().topicWeights();
        assertThat(plain.values()).allMatch(w -> w.base() == TopicWeights.PLAIN.base());
    }

    @Test
    void writesWeightsIntoAFileThatHasNone() {
        String file = "id: new\n\nterms:\n  en: [word]\n";
        TopicWeights weights = new TopicWeights(-1.5, 2, 0, 0, 0.25, 0, 0.5, -0.75, Map.of("chips", -0.1));
        assertThat(weights.writtenInto(file)).isEqualTo("""
                id: new

                weigh:
                  {base: -1.5, points: 2, strongest: 0, company: 0.25, alone: 0.5, rivalry: -0.75,
                   beside: {chips: -0.1}}

                terms:
                  en: [word]
                """);
        assertThat(weights.writtenInto(weights.writtenInto(file))).isEqualTo(weights.writtenInto(file));
    }

    private static Taxonomy fittedTo(String... topics) {
        List<Example> examples = IntStream.range(0, 40)
                .mapToObj(i -> new Example(TITLE, "", "en", Set.of(topics), Set.of()))
                .toList();
        return Taxonomy.of(new TopicFit(Bundled.TAXONOMY).fit(examples));
    }

    private static List<String> topics(Taxonomy taxonomy) {
        return new Classifier(taxonomy)
                .classify(TITLE, "", "en").topics().stream()
                        .map(TopicVerdict::topic)
                        .toList();
    }

    private static String withoutWeights(String text) {
        return text.replaceAll("weigh:\n( .*\n)+\n", "");
    }
}
