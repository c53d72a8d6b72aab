// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.app.sample.Draw.Text;
import dev.racewire.processor.classify.Classifier;
import dev.racewire.processor.classify.Taxonomy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTest {

    private static final Classifier CLASSIFIER = new Classifier(Taxonomy.bundled());
    private static final Map<Stratum, Integer> WANTED =
            Map.of(Stratum.IN_SCOPE, 3, Stratum.NEAR_MISS, 4, Stratum.FAR, 1);

    private final List<Text> articles = IntStream.range(0, 60)
            .mapToObj(i -> new Text("a" + i, title(i % 3), "", "en"))
            .toList();

    private static String title(int kind) {
        return switch (kind) {
            case 0 -> "United States widens export controls on AI chips to China";
            case 1 -> "How to write better prompts with an AI tool";
            default -> "Rain delays the cup final in the north";
        };
    }

    @Test
    void drawsSoManyOfEachKind() {
        Draw draw = draw(1, articles);

        assertThat(draw.texts()).hasSize(8);
        assertThat(draw.texts().stream().map(Text::id).map(draw::stratum))
                .containsExactlyInAnyOrder(
                        Stratum.IN_SCOPE,
                        Stratum.IN_SCOPE,
                        Stratum.IN_SCOPE,
                        Stratum.NEAR_MISS,
                        Stratum.NEAR_MISS,
                        Stratum.NEAR_MISS,
                        Stratum.NEAR_MISS,
                        Stratum.FAR);
        assertThat(draw.size(Stratum.IN_SCOPE)).isEqualTo(20);
        assertThat(draw.drawn(Stratum.NEAR_MISS)).isEqualTo(4);
    }

    @Test
    void drawsTheSameWhateverTheOrderAndOthersWithAnotherSeed() {
        List<Text> reversed = new ArrayList<>(articles);
        Collections.reverse(reversed);

        assertThat(draw(1, reversed).texts()).isEqualTo(draw(1, articles).texts());
        assertThat(draw(2, articles).texts()).isNotEqualTo(draw(1, articles).texts());
    }

    @Test
    void takesANewerTextAndForgetsWhatIsWithdrawn() {
        Draw draw = draw(1, articles);
        draw.offer(new Text("a0", title(2), "", "en"));
        draw.forget("a3");

        assertThat(draw.stratum("a0")).isEqualTo(Stratum.FAR);
        assertThat(draw.size(Stratum.IN_SCOPE)).isEqualTo(18);
        assertThat(draw.texts()).extracting(Text::id).doesNotContain("a3");
    }

    private static Draw draw(long seed, List<Text> articles) {
        Draw draw = new Draw(seed, CLASSIFIER, WANTED);
        articles.forEach(draw::offer);
        return draw;
    }
}
