// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.newswire;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What has happened to one article, and what follows from it by the rules that Racewire promises. */
final class History {

    private static final Duration HORIZON = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofMinutes(10);
    private static final Instant FIRST_FEED = Instant.parse("1999-01-01T00:00:00Z");

    private final Event.Sighting first;
    private final Instant eventTime;
    private final boolean counted;
    private Event.Sighting current;
    private Instant newest;
    private int revision = 1;
    private int toldRevision;
    private String firstLanguage = "";
    private boolean withdrawn;

    History(Event.Sighting first) {
        this.first = first;
        current = first;
        newest = first.fetched();
        @Nullable Instant date = believable(first);
        eventTime = date == null ? first.fetched() : date;
        counted = date == null ? !first.backfill() : !isFrozenAt(first.fetched());
        judge(false);
    }

    private static @Nullable Instant believable(Event.Sighting first) {
        Instant date = first.published();
        return date == null || date.isAfter(first.fetched().plus(AHEAD)) || date.isBefore(FIRST_FEED) ? null : date;
    }

    private boolean isFrozenAt(Instant then) {
        return eventTime.isBefore(then.minus(HORIZON));
    }

    /** Takes in another sighting; what comes from another feed, or too late, or is older than the last, says nothing. */
    void see(Event.Sighting sighting) {
        if (withdrawn || isFrozenAt(sighting.fetched()) || !sighting.outlet().equals(first.outlet())) {
            return;
        }
        boolean later = sighting.fetched().isAfter(newest);
        if (later && !sighting.contentHash().equals(current.contentHash())) {
            boolean before = current.story().inScope();
            current = sighting;
            revision++;
            judge(before);
        }
        newest = later ? sighting.fetched() : newest;
    }

    private void judge(boolean inScopeBefore) {
        if (current.story().inScope() && firstLanguage.isEmpty()) {
            firstLanguage = current.story().language();
        }
        toldRevision = inScopeBefore || current.story().inScope() ? revision : toldRevision;
    }

    void withdraw() {
        if (!withdrawn) {
            withdrawn = true;
            revision++;
            toldRevision = firstLanguage.isEmpty() ? toldRevision : revision;
        }
    }

    boolean isWithdrawn() {
        return withdrawn;
    }

    Event.Sighting current() {
        return current;
    }

    Instant newest() {
        return newest;
    }

    /**
     * How it stands. Stories are looked for among the articles that came into scope in one language, so an article that
     * has changed its language tells a story of its own.
     */
    Standing standing() {
        return new Standing(
                state(),
                toldRevision,
                current,
                eventTime,
                counted,
                current.story().number() + " among " + firstLanguage,
                revision > 1);
    }

    private Standing.State state() {
        if (firstLanguage.isEmpty()) {
            return Standing.State.NEVER_IN_SCOPE;
        }
        return current.story().inScope() && !withdrawn ? Standing.State.IN_SCOPE : Standing.State.RETRACTED;
    }
}
