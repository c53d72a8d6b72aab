// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.view;

import dev.racewire.schemas.ArticleState;
import dev.racewire.schemas.ClassifiedArticle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the articles and publishes them as {@link Articles}. One thread writes. A change rewrites only the hours that it
 * touches; all others are shared with the snapshot before.
 */
final class ArticleStore {

    private static final Comparator<ArticleEntry> BY_TIME =
            Comparator.comparingLong(ArticleEntry::time).thenComparing(ArticleEntry::id);

    private final Map<String, ArticleEntry> byId = new ConcurrentHashMap<>();
    private final Map<String, Articles.StoryMembers> byStory = new ConcurrentHashMap<>();
    private final Dictionaries names = new Dictionaries();
    private final TreeMap<Long, Hour> hours = new TreeMap<>();
    private final TreeMap<Long, Long> changed = new TreeMap<>();
    private final Map<Long, Set<ArticleEntry>> added = new HashMap<>();
    private final Map<Long, Set<ArticleEntry>> removed = new HashMap<>();
    private final Latest latest = new Latest();
    private final int capacity;
    private boolean moved = true;
    private Positions positions = Positions.none();
    private @Nullable Articles published;
    private int stories;
    private long version;
    private int counted;
    private long keptFrom;

    ArticleStore(int capacity) {
        this.capacity = capacity;
    }

    void begin(Positions start) {
        positions = start;
        latest.begin(start);
        moved = true;
    }

    /** Takes a record in; null when it is older than what the view keeps, or a deletion of what it does not hold. */
    @Nullable
    Change apply(String id, byte[] bytes, @Nullable ClassifiedArticle record, ArticleEntry.Origin origin) {
        moved = true;
        positions = positions.after(origin.partition(), origin.offset());
        if (record == null || record.getEventTime().toEpochMilli() < keptFrom) {
            ArticleEntry gone = byId.remove(id);
            if (gone != null) {
                takeOut(gone);
            }
            return null;
        }
        ArticleEntry after = new ArticleEntry(bytes, record, origin, storyNumber(record), names);
        ArticleEntry before = byId.put(id, after);
        latest.add(after);
        if (before != null) {
            takeOut(before);
        }
        if (record.getState() == ArticleState.IN_SCOPE && record.getCounted()) {
            putIn(after);
        }
        return new Change(before, after);
    }

    private int storyNumber(ClassifiedArticle record) {
        Articles.StoryMembers members = byStory.get(record.getStoryId());
        return members == null ? stories++ : members.number();
    }

    private void putIn(ArticleEntry entry) {
        counted++;
        long hour = hour(entry);
        added.computeIfAbsent(hour, h -> new HashSet<>()).add(entry);
        byStory.compute(entry.storyId(), (id, members) -> {
            List<ArticleEntry> articles = members == null ? new ArrayList<>() : new ArrayList<>(members.articles());
            articles.add(entry);
            articles.sort(BY_TIME);
            int number = members == null ? entry.story() : members.number();
            return new Articles.StoryMembers(number, List.copyOf(articles));
        });
    }

    private void takeOut(ArticleEntry entry) {
        if (!entry.counted()) {
            return;
        }
        counted--;
        long hour = hour(entry);
        Set<ArticleEntry> fresh = added.get(hour);
        if (fresh == null || !fresh.remove(entry)) {
            removed.computeIfAbsent(hour, h -> new HashSet<>()).add(entry);
        }
        leaveStory(entry);
    }

    private void leaveStory(ArticleEntry entry) {
        byStory.computeIfPresent(entry.storyId(), (id, members) -> {
            List<ArticleEntry> articles = new ArrayList<>(members.articles());
            articles.remove(entry);
            return articles.isEmpty() ? null : new Articles.StoryMembers(members.number(), List.copyOf(articles));
        });
    }

    /** The state after everything that was applied so far, without what is older than {@code oldest}. */
    Articles publish(long oldest, Instant now) {
        Articles last = published;
        if (last != null && !moved && oldest < keptFrom + Articles.HOUR) {
            return last;
        }
        Set<Long> touched = new HashSet<>(added.keySet());
        touched.addAll(removed.keySet());
        touched.forEach(hour -> {
            rewrite(hour);
            changed.put(hour, version + 1);
        });
        added.clear();
        removed.clear();
        forget(Math.max(oldest, withinCapacity()));
        version++;
        moved = false;
        long[] starts = hours.keySet().stream().mapToLong(Long::longValue).toArray();
        Hour[] buckets = hours.values().toArray(Hour[]::new);
        Articles.Edition edition = new Articles.Edition(version, now, positions, keptFrom);
        Articles next =
                new Articles(starts, buckets, versions(starts), byId, byStory, names, latest.snapshot(), edition);
        published = next;
        return next;
    }

    /** For each hour when it or any before it last changed. */
    private long[] versions(long[] starts) {
        long[] versions = new long[starts.length];
        long latest = 0;
        Iterator<Map.Entry<Long, Long>> changes = changed.entrySet().iterator();
        Map.Entry<Long, Long> next = changes.hasNext() ? changes.next() : null;
        for (int i = 0; i < starts.length; i++) {
            while (next != null && next.getKey() <= starts[i]) {
                latest = Math.max(latest, next.getValue());
                next = changes.hasNext() ? changes.next() : null;
            }
            versions[i] = latest;
        }
        return versions;
    }

    private void rewrite(long hour) {
        List<ArticleEntry> entries =
                new ArrayList<>(hours.containsKey(hour) ? hours.get(hour).entries() : List.of());
        entries.removeAll(removed.getOrDefault(hour, Set.of()));
        entries.addAll(added.getOrDefault(hour, Set.of()));
        entries.sort(BY_TIME);
        if (entries.isEmpty()) {
            hours.remove(hour);
        } else {
            hours.put(hour, new Hour(entries));
        }
    }

    /** Start of the newest hours that together fit. */
    private long withinCapacity() {
        if (counted <= capacity) {
            return keptFrom;
        }
        int sum = 0;
        for (Map.Entry<Long, Hour> hour : hours.descendingMap().entrySet()) {
            sum += hour.getValue().size();
            if (sum > capacity) {
                return hour.getKey() + Articles.HOUR;
            }
        }
        return keptFrom;
    }

    private void forget(long oldest) {
        long from = Math.floorDiv(oldest, Articles.HOUR) * Articles.HOUR;
        if (from <= keptFrom) {
            return;
        }
        keptFrom = from;
        hours.headMap(from).values().forEach(bucket -> {
            counted -= bucket.size();
            bucket.entries().forEach(this::leaveStory);
        });
        hours.headMap(from).clear();
        changed.headMap(from).clear();
        byId.values().removeIf(entry -> entry.time() < from);
    }

    private static long hour(ArticleEntry entry) {
        return Math.floorDiv(entry.time(), Articles.HOUR) * Articles.HOUR;
    }
}
