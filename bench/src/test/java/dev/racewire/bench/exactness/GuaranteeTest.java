// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.schemas.ArticleState;
import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.simulator.newswire.CellNumbers;
import dev.racewire.simulator.newswire.CoverageNumbers;
import dev.racewire.simulator.newswire.Newswire;
import dev.racewire.simulator.newswire.Standing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each guarantee notices what it is there for, and nothing else. */
class GuaranteeTest {

    private static final String ALL = "*|*|P1D|2026-03-04T00:00:00Z";

    private final Newswire newswire = new Newswire(7, Instant.parse("2026-03-04T12:00:00Z"));
    private final Faultless faultless = new Faultless();
    private final Map<String, String> poison =
            Map.of("3@12", WirePublisher.letter("key", "poison".getBytes(StandardCharsets.UTF_8)));
    private Findings found;

    @BeforeEach
    void workWithoutFault() {
        for (int event = 0; event < 2_000; event++) {
            newswire.next();
        }
        found = faultless.write(newswire.ledger());
        faultless.setAside("key", "poison", 12);
    }

    @Test
    void findNoFaultInFaultlessWork() {
        assertThat(broken()).isEmpty();
    }

    @Test
    void noticeALostArticle() {
        CellNumbers is = found.cells().get(ALL);
        faultless.write(ALL, changed(is, -1, 0));
        assertThat(broken()).containsExactly("nothing is lost");
    }

    @Test
    void noticeALostSightingInTheCoverage() {
        String row = found.coverage().keySet().iterator().next();
        faultless.write(row, CoverageNumbers.NONE);
        assertThat(broken()).containsExactly("nothing is lost");
    }

    @Test
    void noticeADoubleCount() {
        faultless.write(ALL, changed(found.cells().get(ALL), 1, 0));
        assertThat(broken()).containsExactly("nothing is counted twice");
    }

    @Test
    void noticeACellThatShouldBeEmpty() {
        faultless.write("*|*|P1D|2020-01-01T00:00:00Z", new CellNumbers(1, 0, 1, 0, 0));
        assertThat(broken()).containsExactly("nothing is counted twice");
    }

    @Test
    void noticeAnEditThatWasNotApplied() {
        faultless.write(ClassifiedArticle.newBuilder(anyInCells())
                .setTitle("the words before")
                .build());
        assertThat(broken()).containsExactly("corrections are applied");
    }

    @Test
    void noticeAnEditThatWasAppliedTwice() {
        ClassifiedArticle article = anyInCells();
        faultless.write(ClassifiedArticle.newBuilder(article)
                .setRevision(article.getRevision() + 1)
                .build());
        assertThat(broken()).containsExactly("corrections are applied");
    }

    @Test
    void noticeAnArticleThatStaysAfterItLeft() {
        ClassifiedArticle left = found.articles().values().stream()
                .filter(article -> article.getState() == ArticleState.RETRACTED)
                .findFirst()
                .orElseThrow();
        faultless.write(ClassifiedArticle.newBuilder(left)
                .setState(ArticleState.IN_SCOPE)
                .build());
        assertThat(broken()).containsExactly("nothing is counted twice", "corrections are applied");
    }

    @Test
    void noticeTwoStoriesTakenForOne() {
        List<String> stories = newswire.ledger().standings().stream()
                .filter(Standing::inCells)
                .map(standing -> "story " + standing.storyKey())
                .distinct()
                .toList();
        found.articles().values().stream()
                .filter(article -> article.getStoryId().equals(stories.get(1)))
                .toList()
                .forEach(article -> faultless.write(ClassifiedArticle.newBuilder(article)
                        .setStoryId(stories.get(0))
                        .build()));
        assertThat(broken()).containsExactly("stories are right");
    }

    @Test
    void noticeAWrongNumberOfStories() {
        faultless.write(ALL, changed(found.cells().get(ALL), 0, 1));
        assertThat(broken()).containsExactly("stories are right");
    }

    @Test
    void noticeALetterThatIsThereTwice() {
        faultless.setAside("key", "poison", 12);
        assertThat(broken()).containsExactly("dead letters are the poison");
    }

    @Test
    void noticeALetterThatCouldBeRead() {
        faultless.setAside("key", "an article", 13);
        assertThat(broken()).containsExactly("dead letters are the poison");
    }

    private ClassifiedArticle anyInCells() {
        Standing standing = newswire.ledger().standings().stream()
                .filter(Standing::inCells)
                .findFirst()
                .orElseThrow();
        return found.articles().get(standing.article());
    }

    private static CellNumbers changed(CellNumbers cell, int articles, int stories) {
        return new CellNumbers(
                cell.articles() + articles,
                cell.stories() + stories,
                cell.publishers(),
                cell.rivalries(),
                cell.stateMedia());
    }

    private List<String> broken() {
        List<String> broken = new ArrayList<>();
        for (Guarantee guarantee : Guarantee.all()) {
            if (!guarantee.breaches(newswire.ledger(), poison, found).isEmpty()) {
                broken.add(guarantee.promise());
            }
        }
        return broken;
    }
}
