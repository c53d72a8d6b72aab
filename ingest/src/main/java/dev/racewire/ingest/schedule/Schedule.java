// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.schedule;

import dev.racewire.ingest.schedule.PollOutcome.Failed;
import dev.racewire.ingest.schedule.PollOutcome.Gone;
import dev.racewire.ingest.schedule.PollOutcome.Read;
import dev.racewire.ingest.schedule.PollOutcome.Throttled;
import dev.racewire.ingest.schedule.PollOutcome.Unchanged;
import dev.racewire.ingest.state.Condition;
import dev.racewire.ingest.state.FeedState;
import dev.racewire.ingest.state.Redirect;
import dev.racewire.ingest.state.Rhythm;
import dev.racewire.ingest.state.Validators;
import dev.racewire.schemas.FeedHealth;
import java.time.Duration;
import java.time.Instant;

/** What a poll changes in a feed's state, and when the next one is due. Pure: no clock, no network, no chance. */
public final class Schedule {

    private Schedule() {}

    /** The state after a poll that ended at {@code now}. */
    public static FeedState after(FeedState before, PollOutcome outcome, Pace pace, Instant now) {
        if (outcome instanceof Read read) {
            return afterRead(before, read, pace, now);
        }
        if (outcome instanceof Unchanged unchanged) {
            return afterUnchanged(before, unchanged, pace, now);
        }
        if (outcome instanceof Throttled throttled) {
            return afterThrottled(before, throttled, pace, now);
        }
        if (outcome instanceof Gone) {
            Condition gone = new Condition(FeedHealth.GONE, "HTTP 410: the publisher has ended this feed", 0);
            return polled(before, gone, now, now.plus(Backoff.AFTER_GONE));
        }
        return afterFailure(before, (Failed) outcome, pace, now);
    }

    private static FeedState afterRead(FeedState before, Read read, Pace pace, Instant now) {
        Duration interval = pace.after(before.rhythm().interval(), read.items(), read.known(), read.gap());
        Freshness freshness = Freshness.of(read.lifetime(), read.hints(), pace);
        Instant complete = read.complete() ? now : before.rhythm().lastComplete();
        Instant due = freshness.due(now, interval, before.url(), before.polls());
        Rhythm rhythm = new Rhythm(
                now, now, complete, due, interval, freshness.floor(), freshness.skipHours(), freshness.skipDays());
        boolean plain = before.plainFetch() || read.lying();
        return new FeedState(
                before.url(),
                Moves.after(before.redirect(), read.movedTo()),
                read.complete() ? read.validators() : Validators.NONE,
                rhythm,
                new Condition(FeedHealth.OK, note(read.warning(), plain), 0),
                read.memory(),
                plain,
                before.polls() + 1,
                before.articles() + read.published());
    }

    private static String note(String warning, boolean plain) {
        if (!plain) {
            return warning;
        }
        String lying = "its validators say \"not modified\" when it is: fetched whole";
        return warning.isEmpty() ? lying : lying + "; " + warning;
    }

    private static FeedState afterUnchanged(FeedState before, Unchanged unchanged, Pace pace, Instant now) {
        Rhythm old = before.rhythm();
        boolean whole = unchanged.validators() != null;
        Duration interval = pace.slower(old.interval());
        Freshness freshness = Freshness.stored(old).shortenedBy(unchanged.lifetime(), pace);
        Instant due = freshness.due(now, interval, before.url(), before.polls());
        Rhythm rhythm = new Rhythm(
                now,
                now,
                whole ? now : old.lastComplete(),
                due,
                interval,
                freshness.floor(),
                old.skipHours(),
                old.skipDays());
        return new FeedState(
                before.url(),
                Moves.after(before.redirect(), unchanged.movedTo()),
                unchanged.validators() == null ? before.validators() : unchanged.validators(),
                rhythm,
                new Condition(FeedHealth.OK, note("", before.plainFetch()), 0),
                before.memory(),
                before.plainFetch(),
                before.polls() + 1,
                before.articles());
    }

    private static FeedState afterThrottled(FeedState before, Throttled throttled, Pace pace, Instant now) {
        Duration pause = Backoff.throttled(before, throttled.retryAfter(), pace);
        Condition condition = new Condition(
                FeedHealth.THROTTLED,
                "HTTP " + throttled.status() + ": asked for a pause of " + pause.toSeconds() + " s",
                before.condition().failures() + 1);
        return polled(before, condition, now, now.plus(pause));
    }

    private static FeedState afterFailure(FeedState before, Failed failed, Pace pace, Instant now) {
        Condition condition = new Condition(
                FeedHealth.FAILING, failed.message(), before.condition().failures() + 1);
        FeedState after = polled(before, condition, now, now.plus(Backoff.failed(before, pace)));
        Redirect moves = Moves.afterFailure(before.redirect(), condition.failures());
        return after.withRedirect(moves);
    }

    private static FeedState polled(FeedState before, Condition condition, Instant now, Instant due) {
        Rhythm old = before.rhythm();
        Rhythm rhythm = new Rhythm(
                now,
                old.lastRead(),
                old.lastComplete(),
                due,
                old.interval(),
                old.floor(),
                old.skipHours(),
                old.skipDays());
        return new FeedState(
                before.url(),
                before.redirect(),
                before.validators(),
                rhythm,
                condition,
                before.memory(),
                before.plainFetch(),
                before.polls() + 1,
                before.articles());
    }
}
