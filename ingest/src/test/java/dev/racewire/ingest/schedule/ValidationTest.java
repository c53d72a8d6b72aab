// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.schedule;

import static dev.racewire.ingest.state.States.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.ingest.article.Sightings;
import dev.racewire.ingest.state.FeedState;
import dev.racewire.ingest.state.Memory;
import dev.racewire.ingest.state.States;
import dev.racewire.ingest.state.Validators;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ValidationTest {

    private static final FeedState READ = States.read(Memory.EMPTY);
    private static final Validators SAME = new Validators("\"a\"", null, "another body");
    private static final Validators OTHER = new Validators("\"b\"", null, "another body");

    @Test
    void asksPlainlyNowAndThen() {
        long plain = LongStream.range(0, 240)
                .filter(polls -> Validation.plain(States.polled(READ, polls)))
                .count();
        assertThat(plain).isEqualTo(10);
    }

    @Test
    void catchesNewArticlesUnderOldValidators() {
        assertThat(Validation.caughtLying(READ, SAME, List.of(Sightings.numbered(1))))
                .isTrue();
        assertThat(Validation.caughtLying(READ, SAME, List.of())).isFalse();
        assertThat(Validation.caughtLying(READ, OTHER, List.of(Sightings.numbered(1))))
                .isFalse();
    }

    @Test
    void catchesArticlesThatAreOlderThanTheNotModifiedBefore() {
        FeedState claimed = States.notModifiedAt(READ, NOON.plus(Duration.ofHours(3)));
        var old = Sightings.published(1, NOON.plus(Duration.ofHours(1)));
        var young = Sightings.published(2, NOON.plus(Duration.ofMinutes(170)));
        assertThat(Validation.caughtLying(claimed, OTHER, List.of(young, old))).isTrue();
        assertThat(Validation.caughtLying(claimed, OTHER, List.of(young))).isFalse();
    }

    @Test
    void expectsNoTruthWhereNothingWasClaimed() {
        FeedState without = States.read(Memory.EMPTY, new Validators(null, null, "hash"));
        assertThat(Validation.caughtLying(without, SAME, List.of(Sightings.numbered(1))))
                .isFalse();
    }
}
