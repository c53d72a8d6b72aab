// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.app.articles.ArticleFacts;
import dev.racewire.schemas.ArticleState;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MatrixTextTest {

    @Test
    void countsEachArticleOnceInTheRowsOfAll() {
        Matrix matrix = Matrix.of(
                List.of(article("a", "s1", Set.of("CN", "US")), article("b", "s1", Set.of("CN"))), Measure.articles);

        assertThat(new MatrixText(80, 10).render(matrix).lines())
                .containsExactly(
                        "                    all  chips",
                        "all                   2      2",
                        "CN China              2      2",
                        "US United States      1      1");
    }

    @Test
    void countsStoriesOnce() {
        List<ArticleFacts> articles = List.of(article("a", "s1", Set.of("CN")), article("b", "s1", Set.of("CN")));

        assertThat(Matrix.of(articles, Measure.stories).number("CN", "chips")).isEqualTo(1);
        assertThat(Matrix.of(articles, Measure.articles).number("CN", "chips")).isEqualTo(2);
    }

    @Test
    void saysWhatItLeavesOut() {
        Matrix matrix = Matrix.of(List.of(article("a", "s1", Set.of("CN", "US"))), Measure.articles);

        assertThat(new MatrixText(20, 1).render(matrix))
                .contains("1 more countries: --rows shows them", "more topics: chips (--width shows them)");
    }

    @Test
    void saysThatThereIsNothing() {
        assertThat(new MatrixText(80, 10).render(new Matrix())).startsWith("nothing is counted");
    }

    private static ArticleFacts article(String id, String story, Set<String> countries) {
        return new ArticleFacts(
                id,
                ArticleState.IN_SCOPE,
                true,
                Instant.EPOCH,
                countries,
                Set.of("chips"),
                story,
                "Press",
                false,
                false,
                "t1",
                false);
    }
}
