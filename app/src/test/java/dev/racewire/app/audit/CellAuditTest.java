// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.schemas.ArticleState;
import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.WireFormat;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CellAuditTest {

    private static final WireFormat WIRE = new WireFormat(SchemaHistory.bundled());
    private static final String DAY = "CN|chips|P1D|2026-11-24T00:00:00Z";
    private static final String HOUR = "*|*|PT1H|2026-11-24T08:00:00Z";

    private final CellAudit audit = new CellAudit();

    @Test
    void anArticleStandsInAllItsCells() {
        Set<String> concerned = put(SampleArticle.of("a"));

        assertThat(concerned)
                .hasSize(2 * 3 * 2)
                .contains(DAY, HOUR, "US|*|P1D|2026-11-24T00:00:00Z", "*|chips|PT1H|2026-11-24T08:00:00Z");
        assertThat(audit.ledger().value(DAY)).isEqualTo(new CellValue(1, 1, 1, 1, 1, Set.of("t1")));
    }

    @Test
    void countsStoriesAndPublishersOnce() {
        put(SampleArticle.of("a"));
        put(SampleArticle.of("b"));

        assertThat(audit.ledger().value(HOUR)).isEqualTo(new CellValue(2, 1, 1, 2, 2, Set.of("t1")));
    }

    @Test
    void leavesOutWhatIsRetractedOrUncounted() {
        put(SampleArticle.of("a", ArticleState.RETRACTED, true));
        put(SampleArticle.of("b", ArticleState.IN_SCOPE, false));

        assertThat(audit.ledger().keys()).isEmpty();
    }

    @Test
    void theLastRecordOfAnArticleReplacesTheOneBefore() {
        put(SampleArticle.of("a"));
        put(SampleArticle.of("a", ArticleState.RETRACTED, true));

        assertThat(audit.ledger().value(DAY)).isEqualTo(CellValue.EMPTY);
        assertThat(audit.suspects()).isEmpty();
    }

    @Test
    void findsACellThatWasCountedTwice() {
        put(SampleArticle.of("a"));
        Set<String> keys = Set.copyOf(audit.suspects());
        keys.forEach(key -> audit.count(key, WIRE.encode(SampleArticle.count(key, 1))));
        assertThat(audit.suspects()).isEmpty();

        audit.count(DAY, WIRE.encode(SampleArticle.count(DAY, 2)));

        assertThat(audit.suspects()).containsExactly(DAY);
        assertThat(audit.describe(Set.of(DAY))).isEqualTo(List.of(DAY + ": articles 2 published, 1 recomputed"));
    }

    @Test
    void findsACellThatNobodyIsIn() {
        audit.count(DAY, WIRE.encode(SampleArticle.count(DAY, 1)));

        assertThat(audit.suspects()).containsExactly(DAY);
    }

    @Test
    void findsARecordUnderAForeignKey() {
        put(SampleArticle.of("a"));

        audit.count(HOUR, WIRE.encode(SampleArticle.count(DAY, 1)));

        assertThat(audit.agrees(HOUR)).isFalse();
        assertThat(audit.describe(Set.of(HOUR)).get(0)).endsWith("says that it is " + DAY);
    }

    @Test
    void windowsBeginInUniversalTime() {
        Set<String> concerned = put(SampleArticle.at("a", Instant.parse("2026-11-24T23:59:59.999Z")));

        assertThat(concerned).contains("*|*|P1D|2026-11-24T00:00:00Z", "*|*|PT1H|2026-11-24T23:00:00Z");
    }

    private Set<String> put(ClassifiedArticle article) {
        return audit.article(article.getId(), WIRE.encode(article));
    }
}
