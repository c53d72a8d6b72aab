// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest;

import dev.racewire.ingest.assign.OwnedFeed;
import dev.racewire.ingest.assign.Restored;
import dev.racewire.ingest.feedlist.ListedFeed;
import dev.racewire.ingest.schedule.Jitter;
import dev.racewire.ingest.schedule.Pace;
import dev.racewire.ingest.schedule.PollQueue;
import dev.racewire.ingest.state.FeedState;
import dev.racewire.schemas.FeedHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The feeds that this instance owns, by partition, and which of them is to be polled next. Each assignment of a
 * partition has a number; what belongs to an older one is thrown away. Owned by one thread.
 */
final class FeedBoard {

    private static final Duration POSTPONED = Duration.ofSeconds(1);

    private final Pace pace;
    private final Duration spread;
    private final PollQueue queue;
    private final Map<Integer, Long> assignments = new HashMap<>();
    private final Map<Integer, Map<String, FeedSlot>> slots = new HashMap<>();
    private long lastAssignment;

    FeedBoard(Pace pace, Duration spread, PollQueue queue) {
        this.pace = pace;
        this.spread = spread;
        this.queue = queue;
    }

    /** Partitions are ours from now on; what they hold follows with {@link #install}. */
    Map<Integer, Long> assign(Collection<Integer> partitions) {
        Map<Integer, Long> numbers = new HashMap<>();
        for (int partition : partitions) {
            drop(partition);
            numbers.put(partition, ++lastAssignment);
        }
        assignments.putAll(numbers);
        return numbers;
    }

    /** Takes what was restored; false when it belongs to an assignment that is over. */
    boolean install(Restored restored, Instant now) {
        if (!isCurrent(restored.partition(), restored.assignment())) {
            return false;
        }
        slots.put(restored.partition(), new HashMap<>());
        for (OwnedFeed owned : restored.feeds()) {
            add(restored.partition(), owned.feed(), owned.state(), now);
        }
        return true;
    }

    /** A partition is no longer ours. */
    void drop(int partition) {
        assignments.remove(partition);
        Map<String, FeedSlot> gone = slots.remove(partition);
        if (gone != null) {
            gone.keySet().forEach(queue::remove);
        }
    }

    /** A feed was added, changed, or, with null, removed. */
    void change(int partition, String url, @Nullable ListedFeed feed, Instant now) {
        Map<String, FeedSlot> there = slots.get(partition);
        if (there == null) {
            return; // Not restored yet: the restorer reads it.
        }
        FeedSlot slot = there.get(url);
        if (feed == null) {
            there.remove(url);
            queue.remove(url);
        } else if (slot == null) {
            add(partition, feed, null, now);
        } else {
            slot.list(feed);
            queue.remove(url);
            enqueue(slot, earliest(slot.state(), feed, now));
        }
    }

    private void add(int partition, ListedFeed feed, @Nullable FeedState known, Instant now) {
        Instant soon = now.plus(Jitter.upTo(spread, feed.url(), 0));
        FeedState state =
                known == null ? FeedState.fresh(feed.url(), soon, pace(feed).first()) : known;
        FeedSlot slot = new FeedSlot(partition, feed, state);
        slots.getOrDefault(partition, Map.of()).put(feed.url(), slot);
        Instant due = earliest(state, feed, now);
        enqueue(slot, due.isAfter(soon) ? due : soon);
    }

    /** When the feed is due; sooner than its state says where its bounds were narrowed since. */
    private Instant earliest(FeedState state, ListedFeed feed, Instant now) {
        Instant due = state.rhythm().nextPoll();
        Instant latest = now.plus(pace(feed).longest());
        boolean well =
                state.condition().health() == FeedHealth.OK || state.condition().health() == FeedHealth.UNCONFIRMED;
        return well && due.isAfter(latest) ? latest : due;
    }

    /** The bounds of a feed: its own, else the common ones. */
    Pace pace(ListedFeed feed) {
        if (feed.minInterval() == null && feed.maxInterval() == null) {
            return pace;
        }
        return new Pace(
                feed.minInterval() == null ? pace.shortest() : feed.minInterval(),
                feed.maxInterval() == null ? pace.longest() : feed.maxInterval());
    }

    private void enqueue(FeedSlot slot, Instant at) {
        if (slot.feed().enabled() && !slot.polling()) {
            queue.put(slot.feed().url(), slot.host(), at);
        }
    }

    /** The next feed to poll now. */
    Optional<PollTask> take(Instant now) {
        return queue.take(now).map(url -> {
            FeedSlot slot = slot(url);
            slot.polling(true);
            return new PollTask(slot, slot.feed(), slot.state(), slot.host());
        });
    }

    private FeedSlot slot(String url) {
        for (Map<String, FeedSlot> there : slots.values()) {
            FeedSlot slot = there.get(url);
            if (slot != null) {
                return slot;
            }
        }
        throw new IllegalStateException("queued and not on the board: " + url);
    }

    /** A poll is over, whatever it brought: its host may be asked again. */
    void released(PollTask task, Instant now) {
        queue.release(task.host(), now);
        task.slot().polling(false);
    }

    /** A poll that is not started now, for others are more promising. */
    void postpone(PollTask task, Instant now) {
        released(task, now);
        again(task, now.plus(POSTPONED));
    }

    /** Whether the feed is still ours, by the assignment under which its poll was started, and still listed. */
    boolean owns(PollTask task) {
        FeedSlot slot = task.slot();
        return slots.getOrDefault(slot.partition(), Map.of()).get(task.feed().url()) == slot;
    }

    /** The state that a committed poll left. */
    void remember(PollTask task, FeedState state) {
        task.slot().remember(state);
        enqueue(task.slot(), state.rhythm().nextPoll());
    }

    /** The poll counts for nothing; it is made again at that time. */
    void again(PollTask task, Instant at) {
        enqueue(task.slot(), at);
    }

    Optional<Instant> nextDue() {
        return queue.nextDue();
    }

    private boolean isCurrent(int partition, long assignment) {
        return Long.valueOf(assignment).equals(assignments.get(partition));
    }

    /** Those of these assignments that are in force. */
    Map<Integer, Long> current(Map<Integer, Long> some) {
        Map<Integer, Long> current = new HashMap<>(some);
        current.entrySet().removeIf(entry -> !isCurrent(entry.getKey(), entry.getValue()));
        return current;
    }

    /** How many feeds are polled. */
    int size() {
        return slots.values().stream()
                .mapToInt(there -> (int) there.values().stream()
                        .filter(slot -> slot.feed().enabled())
                        .count())
                .sum();
    }

    /** Partitions that are assigned, restored or not. */
    Set<Integer> partitions() {
        return Set.copyOf(assignments.keySet());
    }

    /** Whether everything that is assigned is restored. */
    boolean settled() {
        return slots.keySet().containsAll(assignments.keySet());
    }

    /** How many feeds are in each health. */
    Map<FeedHealth, Long> health() {
        Map<FeedHealth, Long> counts = new EnumMap<>(FeedHealth.class);
        slots.values()
                .forEach(there -> there.values()
                        .forEach(slot -> counts.merge(
                                slot.feed().enabled() ? slot.state().condition().health() : FeedHealth.DISABLED,
                                1L,
                                Long::sum)));
        return counts;
    }
}
