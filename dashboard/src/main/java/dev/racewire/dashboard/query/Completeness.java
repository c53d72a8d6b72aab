// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.query;

import dev.racewire.dashboard.view.FeedEntry;
import dev.racewire.dashboard.view.GapStore;
import dev.racewire.schemas.FeedHealth;
import dev.racewire.schemas.GapReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How much of a span was watched: of the time in which feeds were on our list and had been polled once, the share that
 * no gap covers. A feed that fails now counts as unwatched since it was last read, and all do while nothing is polled.
 */
public final class Completeness {

    /** As long as some feed was polled within this, polling goes on. */
    private static final Duration SILENCE = Duration.ofMinutes(15);

    private final List<Watch> watches;

    /** One feed: watched from the first poll to now, but for the spans that were lost. */
    private record Watch(FeedEntry.Listing feed, long from, long to, List<Lost> lost) {}

    private record Lost(long from, long to) {}

    /** What a feed's first answer tells of the time before it. */
    public enum FirstPolls {
        /** It reaches some days back, nobody knows how far. */
        REACH_BACK,
        /** It holds everything there ever was: an archive, a replay. */
        ARE_WHOLE
    }

    private Completeness(List<Watch> watches) {
        this.watches = watches;
    }

    /** What is known of all feeds at that moment. */
    public static Completeness of(
            Collection<FeedEntry> feeds, Collection<GapStore.Entry> gaps, Instant now, FirstPolls firstPolls) {
        Map<String, List<GapStore.Entry>> byFeed = new HashMap<>();
        gaps.forEach(gap ->
                byFeed.computeIfAbsent(gap.feedUrl(), url -> new ArrayList<>()).add(gap));
        Optional<Instant> silentSince = feeds.stream()
                .flatMap(feed -> Optional.ofNullable(feed.status().lastPoll()).stream())
                .max(Comparator.naturalOrder())
                .filter(last -> Duration.between(last, now).compareTo(SILENCE) > 0);
        List<Watch> watches = new ArrayList<>();
        for (FeedEntry feed : feeds) {
            if (feed.listing().enabled() && feed.status().lastPoll() != null) {
                List<GapStore.Entry> own = byFeed.getOrDefault(feed.listing().url(), List.of());
                watches.add(watch(feed, own, silentSince, now, firstPolls));
            }
        }
        return new Completeness(watches);
    }

    /** The same for some of the feeds. */
    public Completeness only(Predicate<FeedEntry.Listing> feeds) {
        return new Completeness(
                watches.stream().filter(watch -> feeds.test(watch.feed())).toList());
    }

    /** Addresses of the feeds whose first poll lies before that moment. */
    public Set<String> feedsWatchedSince(Instant moment) {
        return watches.stream()
                .filter(watch -> watch.from() <= moment.toEpochMilli())
                .map(watch -> watch.feed().url())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Watch watch(
            FeedEntry feed,
            List<GapStore.Entry> gaps,
            Optional<Instant> silentSince,
            Instant now,
            FirstPolls firstPolls) {
        long from = Long.MIN_VALUE;
        List<Lost> lost = new ArrayList<>();
        for (GapStore.Entry gap : gaps) {
            if (gap.reason() == GapReason.FIRST_POLL) {
                from = firstPolls == FirstPolls.ARE_WHOLE
                        ? from
                        : Math.max(from, gap.to().toEpochMilli());
            } else {
                lost.add(new Lost(gap.from().toEpochMilli(), gap.to().toEpochMilli()));
            }
        }
        Instant lastRead = feed.status().lastRead();
        if (feed.health() == FeedHealth.FAILING || feed.health() == FeedHealth.GONE) {
            lost.add(new Lost(lastRead == null ? from : lastRead.toEpochMilli(), now.toEpochMilli()));
        }
        silentSince.ifPresent(since -> lost.add(new Lost(since.toEpochMilli(), now.toEpochMilli())));
        lost.sort(Comparator.comparingLong(Lost::from));
        return new Watch(feed.listing(), from, now.toEpochMilli(), List.copyOf(lost));
    }

    /** The share of the span, 0 to 1; empty when no feed was watched in it. */
    public Optional<Double> over(Span span) {
        long watched = 0;
        long missing = 0;
        for (Watch watch : watches) {
            long from = Math.max(span.fromMillis(), watch.from());
            long to = Math.min(span.toMillis(), watch.to());
            if (from < to) {
                watched += to - from;
                missing += missing(watch.lost(), from, to);
            }
        }
        return watched == 0 ? Optional.empty() : Optional.of(1 - (double) missing / watched);
    }

    /** From when on at least half of the feeds have been watched, or empty when there is none. */
    public Optional<Instant> watchedSince() {
        List<Long> starts = watches.stream()
                .map(Watch::from)
                .filter(from -> from > Long.MIN_VALUE)
                .sorted()
                .toList();
        return starts.isEmpty() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(starts.get(starts.size() / 2)));
    }

    /** Length of the union of what was lost within the bounds; {@code lost} is ordered by its beginning. */
    private static long missing(List<Lost> lost, long from, long to) {
        long sum = 0;
        long reached = from;
        for (Lost one : lost) {
            long begin = Math.max(one.from(), reached);
            long end = Math.min(one.to(), to);
            if (begin < end) {
                sum += end - begin;
                reached = end;
            }
        }
        return sum;
    }
}
