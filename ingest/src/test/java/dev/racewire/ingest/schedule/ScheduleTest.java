// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.schedule;

import static dev.racewire.ingest.state.States.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.ingest.fetch.FailureReason;
import dev.racewire.ingest.parse.FeedHints;
import dev.racewire.ingest.schedule.PollOutcome.Failed;
import dev.racewire.ingest.schedule.PollOutcome.Gone;
import dev.racewire.ingest.schedule.PollOutcome.Read;
import dev.racewire.ingest.schedule.PollOutcome.Throttled;
import dev.racewire.ingest.schedule.PollOutcome.Unchanged;
import dev.racewire.ingest.state.FeedState;
import dev.racewire.ingest.state.Memory;
import dev.racewire.ingest.state.States;
import dev.racewire.ingest.state.Validators;
import dev.racewire.schemas.FeedHealth;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    private static final Pace PACE = new Pace(Duration.ofMinutes(5), Duration.ofMinutes(20));
    private static final Validators NEW = new Validators("\"new\"", null, "other");
    private static final Failed BROKEN = new Failed(FailureReason.SERVER_ERROR, "HTTP 500");

    private static FeedState after(FeedState before, PollOutcome outcome) {
        return Schedule.after(before, outcome, PACE, NOON);
    }

    private static Read read(int items, int known, @Nullable Duration lifetime, FeedHints hints) {
        return new Read(true, NEW, lifetime, null, hints, items, known, items - known, Memory.EMPTY, false, false, "");
    }

    private static Duration wait(FeedState state) {
        return Duration.between(NOON, state.rhythm().nextPoll());
    }

    /** From an interval of ten minutes; jitter is a tenth at most. */
    @ParameterizedTest(name = "{0} items, {1} known: {2} s")
    @CsvSource({
        "20, 20, 750", // nothing new: slower
        "20, 19, 480", // something new: sooner
        "20, 10, 480", // half known: as it should be, rather sooner
        "20,  6, 300", // less than a third known: twice as fast
        "20,  0, 300",
        " 0,  0, 750"
    })
    void adaptsTheIntervalToWhatIsKnown(int items, int known, long seconds) {
        FeedState after = after(States.read(Memory.EMPTY), read(items, known, null, FeedHints.NONE));
        assertThat(after.rhythm().interval()).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(wait(after)).isBetween(Duration.ofSeconds(seconds * 9 / 10), Duration.ofSeconds(seconds * 11 / 10));
    }

    @Test
    void keepsWhatAWholeAnswerGave() {
        FeedState after = after(States.failing(3), read(20, 15, null, FeedHints.NONE));
        assertThat(after.validators()).isEqualTo(NEW);
        assertThat(after.condition().health()).isEqualTo(FeedHealth.OK);
        assertThat(after.condition().failures()).isZero();
        assertThat(after.rhythm().lastComplete()).isEqualTo(NOON);
        assertThat(after.articles()).isEqualTo(10);
        assertThat(after.polls()).isEqualTo(2);
    }

    @Test
    void keepsNoValidatorsOfACutAnswer() {
        Read cut = new Read(
                false, NEW, null, null, FeedHints.NONE, 9, 0, 9, Memory.EMPTY, false, false, "the answer broke off");
        FeedState before = States.read(Memory.EMPTY);
        FeedState after = after(before, cut);
        assertThat(after.validators()).isEqualTo(Validators.NONE);
        assertThat(after.rhythm().lastComplete()).isEqualTo(before.rhythm().lastComplete());
        assertThat(after.condition().reason()).isEqualTo("the answer broke off");
    }

    @Test
    void waitsAsLongAsAnAnswerIsFreshButNoLongerThanTheLongestInterval() {
        FeedState before = States.read(Memory.EMPTY);
        assertThat(wait(after(before, read(20, 10, Duration.ofMinutes(15), FeedHints.NONE))))
                .isEqualTo(Duration.ofMinutes(15));
        assertThat(wait(after(before, read(20, 10, Duration.ofDays(300), FeedHints.NONE))))
                .isEqualTo(Duration.ofMinutes(20));
        FeedHints ttl = new FeedHints(Duration.ofMinutes(18), null, Set.of(), Set.of());
        assertThat(wait(after(before, read(20, 10, Duration.ofMinutes(15), ttl))))
                .isEqualTo(Duration.ofMinutes(18));
        FeedHints daily = new FeedHints(null, Duration.ofDays(1), Set.of(), Set.of());
        assertThat(wait(after(before, read(20, 10, null, daily)))).isEqualTo(Duration.ofMinutes(20));
        FeedHints hourly = new FeedHints(null, Duration.ofHours(1), Set.of(), Set.of());
        assertThat(after(before, read(20, 10, null, hourly)).rhythm().floor()).isZero();
    }

    @Test
    void letsANotModifiedShortenTheWaitAndNeverLengthenIt() {
        FeedState fresh = after(States.read(Memory.EMPTY), read(20, 10, Duration.ofMinutes(15), FeedHints.NONE));
        FeedState sooner = after(fresh, new Unchanged(null, Duration.ofMinutes(1), null));
        assertThat(sooner.rhythm().floor()).isEqualTo(Duration.ofMinutes(1));
        FeedState notLater = after(fresh, new Unchanged(null, Duration.ofDays(365), null));
        assertThat(notLater.rhythm().floor()).isEqualTo(Duration.ofMinutes(15));
        assertThat(notLater.validators()).isEqualTo(NEW);
    }

    @Test
    void doesNotTakeANotModifiedForAProofOfCompleteness() {
        FeedState before = States.read(Memory.EMPTY);
        FeedState after = after(before, new Unchanged(null, null, null));
        assertThat(after.rhythm().lastRead()).isEqualTo(NOON);
        assertThat(after.rhythm().lastComplete()).isEqualTo(before.rhythm().lastComplete());
        FeedState whole = after(before, new Unchanged(NEW, null, null));
        assertThat(whole.rhythm().lastComplete()).isEqualTo(NOON);
        assertThat(whole.validators()).isEqualTo(NEW);
    }

    @Test
    void skipsTheHoursAndDaysThatTheFeedNames() {
        FeedHints noonAndOne = new FeedHints(null, null, Set.of(12, 13), Set.of());
        FeedState after = after(States.read(Memory.EMPTY), read(20, 10, null, noonAndOne));
        assertThat(after.rhythm().nextPoll()).isEqualTo("2026-03-04T14:00:00Z");
        FeedHints wednesday = new FeedHints(null, null, Set.of(), Set.of(DayOfWeek.WEDNESDAY));
        after = after(States.read(Memory.EMPTY), read(20, 10, null, wednesday));
        assertThat(after.rhythm().nextPoll()).isEqualTo("2026-03-05T00:00:00Z");
        FeedHints always = new FeedHints(null, null, Set.of(), Set.of(DayOfWeek.values()));
        assertThat(wait(after(States.read(Memory.EMPTY), read(20, 10, null, always))))
                .isLessThan(Duration.ofHours(1));
    }

    @ParameterizedTest(name = "{0} failures before: {1} to {2} min")
    @CsvSource({"0, 9, 11", "1, 18, 22", "2, 36, 44", "5, 288, 352", "12, 648, 792", "1000000, 648, 792"})
    void backsOffAndNeverGivesUp(int failures, long least, long most) {
        FeedState after = after(States.failing(failures), BROKEN);
        assertThat(wait(after)).isBetween(Duration.ofMinutes(least), Duration.ofMinutes(most));
        assertThat(after.condition().failures()).isEqualTo(failures + 1);
        assertThat(after.condition().reason()).isEqualTo("HTTP 500");
        assertThat(after.rhythm().interval()).isEqualTo(Duration.ofMinutes(10));
    }

    @ParameterizedTest(name = "Retry-After of {0} s: {1} to {2} s")
    @CsvSource({"3600, 3600, 3960", "317100, 86400, 95040", "9999999999, 86400, 95040", "0, 300, 300", "60, 300, 300"})
    void honoursAWishForPatienceWithinADay(long wish, long least, long most) {
        FeedState after = after(States.read(Memory.EMPTY), new Throttled(429, Duration.ofSeconds(wish)));
        assertThat(wait(after)).isBetween(Duration.ofSeconds(least), Duration.ofSeconds(most));
        assertThat(after.condition().health()).isEqualTo(FeedHealth.THROTTLED);
        assertThat(after.validators().etag()).isEqualTo("\"a\"");
    }

    @Test
    void backsOffFromA503WithoutAWish() {
        FeedState after = after(States.failing(2), new Throttled(503, null));
        assertThat(wait(after)).isBetween(Duration.ofMinutes(36), Duration.ofMinutes(44));
    }

    @Test
    void asksAFeedThatIsGoneOnceAMonth() {
        FeedState after = after(States.read(Memory.EMPTY), new Gone());
        assertThat(wait(after)).isEqualTo(Duration.ofDays(30));
        assertThat(after.condition().health()).isEqualTo(FeedHealth.GONE);
    }

    @Test
    void believesAPermanentRedirectAfterFiveSightings() {
        Unchanged moved = new Unchanged(null, null, "https://new.example/feed");
        FeedState state = States.read(Memory.EMPTY);
        for (int i = 1; i < Moves.BELIEVED_AFTER; i++) {
            state = after(state, moved);
            assertThat(state.address()).isEqualTo(States.URL);
            assertThat(state.redirect().sightings()).isEqualTo(i);
        }
        state = after(state, moved);
        assertThat(state.address()).isEqualTo("https://new.example/feed");
        assertThat(after(state, new Unchanged(null, null, null)).address()).isEqualTo("https://new.example/feed");
    }

    @Test
    void startsCountingAnewWhenARedirectChangesItsMind() {
        FeedState state = after(States.read(Memory.EMPTY), new Unchanged(null, null, "https://a.example/"));
        state = after(state, new Unchanged(null, null, "https://b.example/"));
        assertThat(state.redirect().sightings()).isEqualTo(1);
        state = after(state, new Unchanged(null, null, null));
        assertThat(state.redirect().candidate()).isNull();
    }

    @Test
    void returnsToTheListedAddressWhenTheNewOneFails() {
        FeedState state = States.read(Memory.EMPTY);
        for (int i = 0; i < Moves.BELIEVED_AFTER; i++) {
            state = after(state, new Unchanged(null, null, "https://new.example/feed"));
        }
        for (int i = 0; i < Moves.DOUBTED_AFTER; i++) {
            assertThat(state.address()).isEqualTo("https://new.example/feed");
            state = after(state, BROKEN);
        }
        assertThat(state.address()).isEqualTo(States.URL);
    }

    @Test
    void fetchesALiarWholeForGood() {
        Read lie = new Read(true, NEW, null, null, FeedHints.NONE, 9, 3, 6, Memory.EMPTY, false, true, "");
        FeedState after = after(States.read(Memory.EMPTY), lie);
        assertThat(after.plainFetch()).isTrue();
        assertThat(after.condition().reason()).contains("not modified");
        assertThat(Validation.plain(after)).isTrue();
        assertThat(after(after, read(9, 9, null, FeedHints.NONE)).plainFetch()).isTrue();
    }

    @Test
    void spreadsFeedsThatAreReadTogether() {
        Set<Instant> dues = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            FeedState state = FeedState.fresh("https://f" + i + ".example/", NOON, Duration.ofMinutes(10));
            dues.add(after(state, BROKEN).rhythm().nextPoll());
        }
        assertThat(dues).hasSizeGreaterThan(45);
    }
}
