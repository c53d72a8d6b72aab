// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.ingest.state.Fingerprints;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoveltyTest {

    private static final Fingerprints SEEN =
            Novelty.of(Sightings.down(10, 1), Fingerprints.NONE).seen();

    @Test
    void takesAllOfAFirstAnswer() {
        Novelty novelty = Novelty.of(Sightings.down(10, 1), Fingerprints.NONE);
        assertThat(novelty.fresh()).hasSize(10);
        assertThat(novelty.seen().size()).isEqualTo(10);
    }

    @Test
    void takesOnlyWhatIsNew() {
        assertThat(Novelty.of(Sightings.down(12, 3), SEEN).fresh()).isEqualTo(Sightings.down(12, 11));
        assertThat(Novelty.of(Sightings.down(10, 1), SEEN).fresh()).isEmpty();
    }

    @Test
    void takesAnEditAndCountsItAsNoNewArticle() {
        Sighting edit = Sightings.of("article 5", "text 5, corrected", null);
        Novelty novelty = Novelty.of(List.of(Sightings.numbered(10), edit), SEEN);
        assertThat(novelty.fresh()).containsExactly(edit);
        assertThat(novelty.newArticles()).isEmpty();
        assertThat(Novelty.of(List.of(edit), novelty.seen()).fresh()).isEmpty();
    }

    @Test
    void recognisesAFeedThatRenamesItsItems() {
        List<Sighting> renamed = new ArrayList<>();
        renamed.add(Sightings.numbered(11));
        for (int i = 10; i > 1; i--) {
            renamed.add(Sightings.of("article " + i + "?visit=7", "text " + i, null));
        }
        Novelty novelty = Novelty.of(renamed, SEEN);
        assertThat(novelty.rekeyed()).isTrue();
        assertThat(novelty.fresh()).containsExactly(Sightings.numbered(11));
    }

    @Test
    void leavesTwoBriefingsOfTheSameTitleApart() {
        Sighting another = Sightings.of("briefing of Tuesday", "text 10", null);
        Novelty novelty = Novelty.of(List.of(another, Sightings.numbered(9)), SEEN);
        assertThat(novelty.fresh()).containsExactly(another);
        assertThat(novelty.rekeyed()).isFalse();
    }

    @Test
    void forgetsNothingThatIsStillShown() {
        Fingerprints seen = Fingerprints.NONE;
        for (int newest = 1_000; newest < 4_000; newest += 300) {
            Novelty novelty = Novelty.of(Sightings.down(newest, newest - 999), seen);
            seen = novelty.seen();
            assertThat(Novelty.of(Sightings.down(newest, newest - 999), seen).fresh())
                    .isEmpty();
            assertThat(seen.size()).isLessThanOrEqualTo(2_000);
        }
    }
}
