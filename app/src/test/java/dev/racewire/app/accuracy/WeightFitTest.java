// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.app.stories.LabelledStory;
import dev.racewire.app.stories.StoryReader;
import dev.racewire.processor.classify.Taxonomy;
import dev.racewire.processor.classify.TopicFit;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightFitTest {

    private static final Taxonomy BUNDLED = Taxonomy.bundled();
    private static final Taxonomy PLAIN = Taxonomy.of(new TopicFit(BUNDLED).fit(List.of()));

    @Test
    void fitsTheStoriesThatItSaw() {
        WeightFit fit = new WeightFit(PLAIN, StoryReader.mending());
        assertThat(fit.f1(fit.fitted())).isGreaterThan(fit.f1(PLAIN));
    }

    /** With one language there is nothing to learn from that isn't judged: plain weights judge it. */
    @Test
    void judgesALanguageByTheOthersOnly() {
        List<LabelledStory> french = StoryReader.mending().stream()
                .filter(story -> story.language().equals("fr"))
                .toList();
        WeightFit fit = new WeightFit(BUNDLED, french);
        assertThat(fit.heldOutF1()).isEqualTo(fit.f1(PLAIN));
    }
}
