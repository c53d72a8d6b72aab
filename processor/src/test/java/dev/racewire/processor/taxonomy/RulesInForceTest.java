// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.racewire.processor.classify.Classification;
import dev.racewire.processor.verdict.Judge;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Taxonomy;
import dev.racewire.schemas.WireFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RulesInForceTest {

    private final List<Taxonomy> heard = new ArrayList<>();
    private final RulesInForce rules = new RulesInForce(RulesInForceTest::compile, Duration.ofSeconds(30), heard::add);

    @Test
    void judgesByNothingThatTheKafkaTopicDoesNotName() {
        rules.hear("v1", record("v1"), 0);

        assertThatThrownBy(rules::now).hasMessageContaining("names none as current");
    }

    @Test
    void followsEachPromotion() {
        rules.hear(RulesInForce.CURRENT, record("v1"), 0);
        rules.hear("v2", record("v2"), 1);
        assertThat(rules.now().taxonomyVersion()).isEqualTo("v1");

        rules.hear(RulesInForce.CURRENT, record("v2"), 2);
        assertThat(rules.now().taxonomyVersion()).isEqualTo("v2");
    }

    @Test
    void tellsOfWhatIsInForceAndAgainWhenItsAccuracyIsKnown() {
        rules.hear(RulesInForce.CURRENT, record("v1"), 0);
        rules.hear("v2", record("v2"), 1);
        rules.hear(RulesInForce.CURRENT, record("v1"), 2);
        rules.hear(RulesInForce.CURRENT, record("broken"), 3);

        assertThat(heard).extracting(Taxonomy::getVersion).containsExactly("v1", "v1");
    }

    @Test
    void keepsTheOneBeforeWhenThePromotedOneCannotBeUsed() {
        rules.hear(RulesInForce.CURRENT, record("v1"), 0);
        rules.hear(RulesInForce.CURRENT, record("broken"), 1);
        rules.hear(RulesInForce.CURRENT, new byte[] {1, 2, 3}, 2);

        assertThat(rules.after(2).taxonomyVersion()).isEqualTo("v1");
    }

    @Test
    void saysWhyTheFirstOneCannotBeUsed() {
        rules.hear(RulesInForce.CURRENT, record("broken"), 0);

        assertThatThrownBy(rules::now).hasMessageContaining("the current one can't be used: no such rules");
    }

    @Test
    void waitsForAPromotionThatOthersKnowOf() {
        rules.hear(RulesInForce.CURRENT, record("v1"), 0);
        CompletableFuture<String> judged =
                CompletableFuture.supplyAsync(() -> rules.after(1).taxonomyVersion());
        assertThat(judged.isDone()).isFalse();

        rules.hear(RulesInForce.CURRENT, record("v2"), 1);

        assertThat(judged.join()).isEqualTo("v2");
    }

    @Test
    void givesUpWaitingInTheEnd() {
        RulesInForce impatient = new RulesInForce(RulesInForceTest::compile, Duration.ofMillis(1), taxonomy -> {});
        impatient.hear(RulesInForce.CURRENT, record("v1"), 0);

        assertThatThrownBy(() -> impatient.after(1)).hasMessageContaining("offset 1 of racewire-taxonomies");
    }

    private static byte[] record(String version) {
        return new WireFormat(SchemaHistory.bundled())
                .encode(Taxonomy.newBuilder()
                        .setVersion(version)
                        .setFiles(Map.of())
                        .setInForceSince(Instant.EPOCH)
                        .build());
    }

    private static Judge compile(Taxonomy taxonomy) {
        if (taxonomy.getVersion().equals("broken")) {
            throw new IllegalArgumentException("no such rules");
        }
        return new NamedJudge(taxonomy.getVersion());
    }

    /** A judge of which only the version matters. */
    private record NamedJudge(String taxonomyVersion) implements Judge {

        @Override
        public Classification judge(String title, String summary, @Nullable String declaredLanguage) {
            return new Classification(false, 0, false, "und", List.of(), List.of(), List.of());
        }
    }
}
