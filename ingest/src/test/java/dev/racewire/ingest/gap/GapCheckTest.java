// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.gap;

import static dev.racewire.ingest.state.States.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.ingest.article.Novelty;
import dev.racewire.ingest.article.Sighting;
import dev.racewire.ingest.article.Sightings;
import dev.racewire.ingest.state.Condition;
import dev.racewire.ingest.state.FeedState;
import dev.racewire.ingest.state.Fingerprints;
import dev.racewire.ingest.state.Memory;
import dev.racewire.ingest.state.States;
import dev.racewire.schemas.FeedHealth;
import dev.racewire.schemas.GapReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GapCheckTest {

    /** Polls a feed once a day at noon; remembers between the answers. */
    private static final class Reader {
        private FeedState state = States.fresh();
        private GapCheck last;

        Reader answer(List<Sighting> items) {
            return answer(items, true);
        }

        Reader answer(List<Sighting> items, boolean complete) {
            Novelty novelty = Novelty.of(items, state.memory().seen());
            last = GapCheck.of(state, items, novelty, complete, NOON);
            state = States.read(new Memory(last.newest(), novelty.seen(), last.provable()));
            return this;
        }

        GapReason reason() {
            return last.gap().map(Gap::reason).orElse(null);
        }
    }

    private static List<Sighting> with(Sighting first, List<Sighting> others) {
        List<Sighting> items = new ArrayList<>(List.of(first));
        items.addAll(others);
        return items;
    }

    @Test
    void saysThatNothingIsKnownBeforeTheFirstPoll() {
        Reader reader = new Reader().answer(Sightings.down(10, 1));
        assertThat(reader.reason()).isEqualTo(GapReason.FIRST_POLL);
        assertThat(reader.last.gap().orElseThrow().from()).isEqualTo(NOON.minus(Duration.ofDays(30)));
    }

    @Test
    void seesNoGapWhereAnswersOverlap() {
        Reader reader = new Reader().answer(Sightings.down(10, 1)).answer(Sightings.down(17, 8));
        assertThat(reader.reason()).isNull();
        assertThat(reader.answer(Sightings.down(17, 8)).reason()).isNull();
    }

    @Test
    void seesAGapWhereTheyDoNot() {
        Reader reader = new Reader().answer(Sightings.down(10, 1)).answer(Sightings.down(20, 11));
        assertThat(reader.reason()).isEqualTo(GapReason.NO_OVERLAP);
        assertThat(reader.last.gap().orElseThrow().from()).isEqualTo(NOON.minus(Duration.ofMinutes(10)));
        assertThat(reader.last.gap().orElseThrow().to()).isEqualTo(NOON);
    }

    @Test
    void isNotCalmedByAPinnedItem() {
        Sighting pinned = Sightings.numbered(1);
        Reader reader =
                new Reader().answer(with(pinned, Sightings.down(10, 2))).answer(with(pinned, Sightings.down(14, 6)));
        assertThat(reader.reason()).isNull();
        assertThat(reader.answer(with(pinned, Sightings.down(40, 32))).reason()).isEqualTo(GapReason.NO_OVERLAP);
    }

    @Test
    void isNotCalmedByAPinnedItemWithoutDates() {
        Sighting pinned = Sightings.published(1, null);
        Reader reader = new Reader().answer(with(pinned, undated(10, 2))).answer(with(pinned, undated(14, 6)));
        assertThat(reader.reason()).isNull();
        assertThat(reader.answer(with(pinned, undated(40, 32))).reason()).isEqualTo(GapReason.NO_OVERLAP);
    }

    private static List<Sighting> undated(int newest, int oldest) {
        return Sightings.down(newest, oldest).stream()
                .map(s -> Sightings.of("u" + s.title(), s.title(), null))
                .toList();
    }

    @Test
    void givesNoAlarmForShortFeeds() {
        Reader reader = new Reader().answer(Sightings.down(2, 1)).answer(Sightings.down(9, 8));
        assertThat(reader.reason()).isNull();
        assertThat(reader.last.provable()).isFalse();
    }

    @Test
    void givesNoAlarmForListsByPopularity() {
        List<Sighting> shuffled = new ArrayList<>(Sightings.down(20, 11));
        Collections.shuffle(shuffled, new Random(7));
        Reader reader = new Reader().answer(Sightings.down(10, 1)).answer(shuffled);
        assertThat(reader.last.provable()).isFalse();
        assertThat(reader.reason()).isNull();
    }

    @Test
    void provesFeedsThatGoOldestFirst() {
        List<Sighting> rising = new ArrayList<>(Sightings.down(10, 1));
        Collections.reverse(rising);
        assertThat(new Reader().answer(rising).last.provable()).isTrue();
    }

    @Test
    void givesNoAlarmWhenAnEmptiedFeedIsFilledAgain() {
        Reader reader =
                new Reader().answer(Sightings.down(10, 1)).answer(List.of()).answer(Sightings.down(12, 3));
        assertThat(reader.reason()).isNull();
    }

    @Test
    void givesNoAlarmForNewNames() {
        List<Sighting> renamed = Sightings.down(10, 1).stream()
                .map(s -> Sightings.of(s.title() + "?visit=9", s.title(), s.published()))
                .toList();
        Reader reader = new Reader().answer(Sightings.down(10, 1)).answer(renamed);
        assertThat(reader.reason()).isNull();
        assertThat(reader.last.newest().articles())
                .accepts(renamed.get(0).fingerprint().article());
    }

    @Test
    void provesNothingByAnEditedOrAnOldItem() {
        Reader reader = new Reader().answer(Sightings.down(10, 1));
        Sighting edit = Sightings.of("article 9", "another text", NOON.minus(Duration.ofHours(1)));
        assertThat(reader.answer(with(edit, Sightings.down(19, 11))).reason()).isNull();
        assertThat(reader.answer(with(Sightings.numbered(2), Sightings.down(40, 31)))
                        .reason())
                .isEqualTo(GapReason.NO_OVERLAP);
    }

    @Test
    void namesTheReasonWhereItIsKnown() {
        Reader failing = new Reader().answer(Sightings.down(10, 1));
        failing.state = States.with(failing.state, new Condition(FeedHealth.FAILING, "HTTP 500", 4));
        assertThat(failing.answer(Sightings.down(30, 21)).reason()).isEqualTo(GapReason.FAILING);

        Reader down = new Reader().answer(Sightings.down(10, 1));
        down.state = down.state.withRhythm(down.state.rhythm().dueAt(NOON.minus(Duration.ofHours(8))));
        assertThat(down.answer(Sightings.down(30, 21)).reason()).isEqualTo(GapReason.SYSTEM_DOWN);

        Reader cut = new Reader().answer(Sightings.down(10, 1));
        assertThat(cut.answer(Sightings.down(30, 21), false).reason()).isEqualTo(GapReason.CUT_ANSWER);
    }

    @Test
    void provesByACutAnswerOnlyWhereTheNewestComeFirst() {
        Reader reader = new Reader().answer(Sightings.down(10, 1));
        assertThat(reader.answer(Sightings.down(14, 9), false).reason()).isNull();
        List<Sighting> rising = new ArrayList<>(Sightings.down(18, 12));
        Collections.reverse(rising);
        assertThat(reader.answer(rising, false).reason()).isEqualTo(GapReason.CUT_ANSWER);
    }

    @Test
    void saysWhenAnOutageHidThingsInAFeedThatProvesNothing() {
        Reader reader = new Reader().answer(Sightings.down(2, 1));
        reader.state = States.with(reader.state, new Condition(FeedHealth.FAILING, "HTTP 500", 4));
        assertThat(reader.answer(Sightings.down(9, 8)).reason()).isEqualTo(GapReason.FAILING);
        assertThat(reader.state.memory().newest()).isNotEqualTo(Fingerprints.NONE);
    }
}
