// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.newswire;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Shows invented articles, one event after the other: new ones, copies of others' stories, edits, corrections, changes of
 * language and of scope, repeats, stale and foreign sightings, withdrawals, and one in a hundred that nobody can read.
 * The same seed gives the same events, and its ledger knows what must become of them.
 */
public final class Newswire {

    private static final int RECENT = 500;

    private final SplittableRandom random;
    private final Instant begin;
    private final Ledger ledger = new Ledger();
    private final Stories stories;
    private final Dates dates;
    private final List<String> articles = new ArrayList<>();
    private int tick;

    /** A newswire whose first event is at that time; each takes a millisecond. */
    public Newswire(long seed, Instant begin) {
        this.begin = begin;
        random = new SplittableRandom(seed);
        stories = new Stories(random.split());
        dates = new Dates(random.split(), begin);
    }

    /** What must become of all that was shown so far. */
    public Ledger ledger() {
        return ledger;
    }

    /** The next event; the ledger has it. */
    public Event next() {
        tick++;
        Event event = event(begin.plusMillis(tick));
        ledger.take(event);
        return event;
    }

    private Event event(Instant now) {
        int dice = random.nextInt(100);
        if (dice == 0) {
            return poison(now);
        }
        return dice < 30 && !articles.isEmpty() ? again(now) : newArticle(now);
    }

    private Event poison(Instant now) {
        String key = "poison-" + tick;
        if (random.nextInt(4) == 0) {
            return new Event.Misfiled(key, sightingOf(stories.another(), "elsewhere-" + tick, now));
        }
        StringBuilder bytes = new StringBuilder();
        random.ints(1 + random.nextInt(60), 0, 256).forEach(b -> bytes.append((char) b));
        return new Event.Noise(random.nextInt(4) == 0 ? null : key, bytes.toString(), now);
    }

    private Event newArticle(Instant now) {
        Story story = random.nextInt(10) < 4 ? stories.toldBefore() : stories.another();
        stories.open(story);
        String article = String.format("%016x%016x", random.nextLong(), tick);
        articles.add(article);
        return sightingOf(story, article, now);
    }

    private Event.Sighting sightingOf(Story story, String article, Instant now) {
        Dates.Dated dated = dates.of(story, now);
        Wording wording = random.nextBoolean() ? Wording.PLAIN : Wording.SIGNED;
        return new Event.Sighting(article, anyOutlet(), story, wording, now, dated.published(), dated.backfill());
    }

    private Outlet anyOutlet() {
        return new Outlet(random.nextInt(Outlet.COUNT));
    }

    /** Something about an article that was shown before. */
    private Event again(Instant now) {
        int oldest = random.nextBoolean() ? 0 : Math.max(0, articles.size() - RECENT);
        String article = articles.get(random.nextInt(oldest, articles.size()));
        History history = ledger.history(article);
        Event.Sighting last = history.current();
        return switch (random.nextInt(10)) {
            case 0 -> last.telling(last.story(), last.wording(), now);
            case 1 -> last.by(anyOutlet(), now);
            case 2 -> last.telling(stories.another(), Wording.PLAIN, now).by(neighbour(last.outlet()), now);
            case 3 ->
                last.telling(stories.another(), Wording.PLAIN, history.newest().minus(Duration.ofMillis(1)));
            case 4, 5 -> last.telling(stories.outOfScope(), Wording.PLAIN, now);
            case 6 -> correction(last, now);
            case 7 -> random.nextInt(5) == 0 ? new Event.Withdrawal(article, now) : rewritten(last, now);
            default -> rewritten(last, now);
        };
    }

    private static Outlet neighbour(Outlet outlet) {
        return new Outlet((outlet.number() + 1) % Outlet.COUNT);
    }

    private Event rewritten(Event.Sighting last, Instant now) {
        // What copies of its story lie near in time decides whether they are found: an old article gets a story of its
        // own.
        Story story = dates.isRecent(last) && random.nextBoolean() ? stories.toldOfLate() : stories.another();
        return last.telling(story, Wording.PLAIN, now);
    }

    /** A word more; what is out of scope is rewritten instead, so that no story is first told in corrected words. */
    private Event correction(Event.Sighting last, Instant now) {
        return last.story().inScope() ? last.telling(last.story(), Wording.CORRECTED, now) : rewritten(last, now);
    }
}
