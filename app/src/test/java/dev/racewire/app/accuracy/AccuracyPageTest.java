// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.racewire.processor.classify.Taxonomy;
import dev.racewire.schemas.Accuracy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AccuracyPageTest {

    private static final Path PAGE = Path.of("..", "docs", "accuracy.md");

    private final Taxonomy bundled = Taxonomy.bundled();
    private final Evaluation evaluation = JudgingHalf.evaluate(bundled);

    /** After a change of rules or stories: {@code racewire evaluate --page docs/accuracy.md}, or -Dgolden.update. */
    @Test
    void thePageTellsWhatThisTaxonomyDoes() throws IOException {
        String page = Files.readString(PAGE);
        String fresh = AccuracyPage.refresh(page, evaluation, bundled);
        if (System.getProperty("golden.update") != null) {
            Files.writeString(PAGE, fresh);
            return;
        }
        assertThat(page)
                .as("docs/accuracy.md is stale: run racewire evaluate --page docs/accuracy.md")
                .isEqualTo(fresh);
    }

    @Test
    void coversEveryLanguageAndTopicOfTheTaxonomy() {
        assertThat(evaluation.languages().keySet()).containsExactlyInAnyOrderElementsOf(bundled.languages());
        assertThat(evaluation.countedTopics().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        bundled.topics().stream().map(t -> t.id()).toList());
    }

    @Test
    void measuresTheSameForTheKafkaTopic() {
        assertThat(JudgingHalf.measure(bundled))
                .hasSize(1 + bundled.languages().size() + bundled.topics().size())
                .first()
                .isEqualTo(new Accuracy(
                        "*",
                        "*",
                        evaluation.all().stories(),
                        evaluation.all().scope().f1().value(),
                        evaluation.all().scope().f1().low(),
                        evaluation.all().scope().f1().high()));
    }

    @Test
    void writesOnlyBetweenItsMarks() {
        assertThatThrownBy(() -> AccuracyPage.refresh("# A page\n", evaluation, bundled))
                .hasMessageContaining("needs the lines");
    }
}
