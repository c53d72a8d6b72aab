// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.gap;

import dev.racewire.ingest.article.Novelty;
import dev.racewire.ingest.article.Sighting;
import dev.racewire.ingest.state.FeedState;
import dev.racewire.ingest.state.Fingerprint;
import dev.racewire.ingest.state.Fingerprints;
import dev.racewire.ingest.state.Rhythm;
import dev.racewire.schemas.GapReason;
import dev.racewire.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * Tells whether an answer joins on to the last complete one. It does when it shows one of the three items that were
 * newest then. "Newest" are the items that an answer brought first, so that a pinned item, which is new only once,
 * proves nothing for long.
 *
 * @param gap what may have been missed, if anything
 * @param newest what the next answer has to show
 * @param provable whether this feed's answers can prove anything: short ones and unordered ones can't
 */
public record GapCheck(Optional<Gap> gap, Fingerprints newest, boolean provable) {

    private static final int FEWEST_ITEMS = 5;
    private static final int PROOF = 3;
    private static final int REMEMBERED = 12;
    private static final Duration SLACK = Duration.ofMinutes(10);

    /**
     * Judges an answer.
     *
     * @param before the feed's state before this poll
     * @param answer the items, in the feed's order
     * @param complete whether the answer was read to its end
     */
    public static GapCheck of(FeedState before, List<Sighting> answer, Novelty novelty, boolean complete, Instant now) {
        boolean provable = answer.size() >= FEWEST_ITEMS && Order.chronological(answer);
        Fingerprints newest = newest(before, answer, novelty);
        if (before.rhythm().lastRead() == null) {
            Gap first = gap(before, now.minus(Topics.HORIZON), now, GapReason.FIRST_POLL);
            return new GapCheck(Optional.of(first), newest, provable);
        }
        if (joins(before, answer) && (complete || Order.newestFirst(answer))) {
            return new GapCheck(Optional.empty(), newest, provable);
        }
        return new GapCheck(suspected(before, answer, provable, complete, now), newest, provable);
    }

    private static boolean joins(FeedState before, List<Sighting> answer) {
        List<Fingerprint> expected =
                before.memory().newest().toList().stream().limit(PROOF).toList();
        LongPredicate articles = Fingerprints.of(fingerprints(answer)).articles();
        LongPredicate contents = Fingerprints.of(fingerprints(answer)).contents();
        return expected.isEmpty()
                || expected.stream().anyMatch(f -> articles.test(f.article()) || contents.test(f.content()));
    }

    /** No joint: a loss where the feed could have proved the opposite, or where we know that we were away. */
    private static Optional<Gap> suspected(
            FeedState before, List<Sighting> answer, boolean provable, boolean complete, Instant now) {
        Rhythm rhythm = before.rhythm();
        Instant from = lastComplete(rhythm, now);
        boolean away = now.isAfter(rhythm.nextPoll().plus(longer(rhythm.interval(), SLACK)));
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        if (!complete) {
            return Optional.of(gap(before, from, now, GapReason.CUT_ANSWER));
        }
        if (before.condition().failures() > 0) {
            return Optional.of(gap(before, from, now, GapReason.FAILING));
        }
        if (away) {
            return Optional.of(gap(before, from, now, GapReason.SYSTEM_DOWN));
        }
        return provable && before.memory().provable()
                ? Optional.of(gap(before, from, now, GapReason.NO_OVERLAP))
                : Optional.empty();
    }

    /** A feed whose answers are always cut is known to be complete as far as they went. */
    private static Instant lastComplete(Rhythm rhythm, Instant now) {
        if (rhythm.lastComplete() != null) {
            return rhythm.lastComplete();
        }
        return rhythm.lastRead() == null ? now : rhythm.lastRead();
    }

    private static Gap gap(FeedState before, Instant from, Instant to, GapReason reason) {
        String detail = switch (reason) {
            case FIRST_POLL -> "nothing is known of the time before the first poll";
            case FAILING -> "the feed could not be read: " + before.condition().reason();
            case SYSTEM_DOWN -> "the feed was due at " + before.rhythm().nextPoll() + " and nobody polled it";
            case CUT_ANSWER -> "the answer was not read to its end";
            default -> "none of the newest items of the answer before is in this one";
        };
        return new Gap(before.url(), from, to, reason, detail);
    }

    /** New articles by date, or in the feed's order; then what was newest before. */
    private static Fingerprints newest(FeedState before, List<Sighting> answer, Novelty novelty) {
        List<Sighting> first = before.memory().newest().isEmpty() ? answer : novelty.newArticles();
        Fingerprints old =
                novelty.rekeyed() ? Fingerprints.NONE : before.memory().newest();
        List<Sighting> arrived = novelty.rekeyed() ? answer : first;
        return old.withFirst(
                fingerprints(Order.byDate(arrived)).stream().limit(REMEMBERED).toList(), REMEMBERED);
    }

    private static List<Fingerprint> fingerprints(List<Sighting> sightings) {
        return sightings.stream().map(Sighting::fingerprint).toList();
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
