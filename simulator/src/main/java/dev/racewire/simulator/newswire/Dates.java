// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.newswire;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * When stories happen, and which dates feeds give to them. All that is told of one story of these days lies within 63
 * hours, of an older one within three: nearer than copies are looked for, so that each copy must be found.
 */
final class Dates {

    private static final Duration THESE_DAYS = Duration.ofHours(60);
    private static final Duration OLDER = Duration.ofDays(4);
    private static final Duration OLDEST = Duration.ofDays(28);
    private static final Duration SPREAD = Duration.ofHours(3);
    private static final Duration LATE = Duration.ofDays(31);

    private final SplittableRandom random;
    private final Instant begin;

    /**
     * What a feed says.
     *
     * @param published the date that it gives
     * @param backfill whether the article came with its backlog
     */
    record Dated(@Nullable Instant published, boolean backfill) {}

    Dates(SplittableRandom random, Instant begin) {
        this.random = random;
        this.begin = begin;
    }

    /** Three of four stories are of these days. */
    static boolean isOfTheseDays(Story story) {
        return random(story).nextInt(4) > 0;
    }

    private static SplittableRandom random(Story story) {
        return new SplittableRandom(story.number());
    }

    private static Duration age(Story story) {
        SplittableRandom random = random(story);
        return random.nextInt(4) > 0
                ? Duration.ofMinutes(random.nextLong(THESE_DAYS.toMinutes()))
                : Duration.ofMinutes(random.nextLong(OLDER.toMinutes(), OLDEST.toMinutes()));
    }

    /** Whether an article was first shown with a story of these days, or without a date. */
    boolean isRecent(Event.Sighting sighting) {
        Instant published = sighting.published();
        return published == null || !published.isBefore(begin.minus(THESE_DAYS.plus(SPREAD)));
    }

    /** A date for an article that tells the story: its own for most; some are late, undated, ahead or absurd. */
    Dated of(Story story, Instant now) {
        int dice = random.nextInt(100);
        if (dice < 4) {
            return new Dated(begin.minus(LATE).minus(upTo(Duration.ofDays(5))), false);
        }
        if (dice < 18 && isOfTheseDays(story)) {
            return odd(dice, now);
        }
        return new Dated(begin.minus(age(story)).minus(upTo(SPREAD)), dice < 25);
    }

    private Dated odd(int dice, Instant now) {
        return switch (dice) {
            case 4, 5, 6, 7 -> new Dated(null, false);
            case 8, 9, 10 -> new Dated(null, true);
            case 11, 12 -> new Dated(now.plus(Duration.ofMinutes(11)).plus(upTo(Duration.ofDays(400))), false);
            case 13 -> new Dated(Instant.EPOCH, random.nextBoolean());
            default -> new Dated(now.plus(upTo(Duration.ofMinutes(9))), false);
        };
    }

    private Duration upTo(Duration longest) {
        return Duration.ofMillis(random.nextLong(longest.toMillis()));
    }
}
