// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The articles at one moment, in hours of event time: a snapshot that never changes, so that every number of an answer
 * comes from the same state. (Looking up by id or story may already see the next state.)
 */
public final class Articles {

    static final long HOUR = 3_600_000;

    private final long[] hours;
    private final Hour[] buckets;
    private final long[] versions;
    private final Map<String, ArticleEntry> byId;
    private final Map<String, StoryMembers> byStory;
    private final Dictionaries names;
    private final Latest.Since latest;
    private final Edition edition;

    /** The articles of a story, with the story's number. */
    record StoryMembers(int number, List<ArticleEntry> articles) {}

    /**
     * Which state this is.
     *
     * @param version differs whenever the articles differ, within one process
     * @param published when readers could see it
     * @param positions how far the Kafka topic was read for it
     * @param keptFrom event time, in milliseconds, before which articles are forgotten
     */
    public record Edition(long version, Instant published, Positions positions, long keptFrom) {}

    Articles(
            long[] hours,
            Hour[] buckets,
            long[] versions,
            Map<String, ArticleEntry> byId,
            Map<String, StoryMembers> byStory,
            Dictionaries names,
            Latest.Since latest,
            Edition edition) {
        this.hours = hours;
        this.buckets = buckets;
        this.versions = versions;
        this.byId = byId;
        this.byStory = byStory;
        this.names = names;
        this.latest = latest;
        this.edition = edition;
    }

    public Dictionaries names() {
        return names;
    }

    public Edition edition() {
        return edition;
    }

    public Positions positions() {
        return edition.positions();
    }

    public int size() {
        return Arrays.stream(buckets).mapToInt(Hour::size).sum();
    }

    /**
     * All counted articles with from <= event time < to, oldest first, that have those traits; perhaps some that have
     * not.
     */
    public void between(long from, long to, Set<Trait> traits, Consumer<ArticleEntry> action) {
        for (int i = firstHour(from); i < hours.length && hours[i] < to; i++) {
            BitSet places = buckets[i].having(traits);
            for (int j = places.nextSetBit(0); j >= 0; j = places.nextSetBit(j + 1)) {
                ArticleEntry entry = buckets[i].get(j);
                if (entry.time() >= from && entry.time() < to) {
                    action.accept(entry);
                }
            }
        }
    }

    /** The same, newest first, as long as {@code action} asks for more. */
    public void newestFirst(long from, long to, Set<Trait> traits, Predicate<ArticleEntry> action) {
        for (int i = firstHour(to - 1 + HOUR) - 1; i >= 0 && hours[i] + HOUR > from; i--) {
            BitSet places = buckets[i].having(traits);
            for (int j = places.length() - 1; j >= 0; j = places.previousSetBit(j - 1)) {
                ArticleEntry entry = buckets[i].get(j);
                if (entry.time() >= from && entry.time() < to && !action.test(entry)) {
                    return;
                }
            }
        }
    }

    /** Differs whenever an article that counts before that moment, to the hour, came, went or changed. */
    public long versionUpTo(long moment) {
        int behind = firstHour(moment - 1 + HOUR);
        return behind == 0 ? edition.keptFrom() : versions[behind - 1];
    }

    /** The article, in scope or withdrawn. */
    public Optional<ArticleEntry> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The articles of a story that count, or none when there is no such story. */
    public List<ArticleEntry> story(String storyId) {
        StoryMembers members = byStory.get(storyId);
        return members == null ? List.of() : members.articles();
    }

    /** Event time of the oldest counted article. */
    public Optional<Long> oldest() {
        return buckets.length == 0
                ? Optional.empty()
                : Optional.of(buckets[0].get(0).time());
    }

    /** Event time of the newest counted article. */
    public Optional<Long> newest() {
        if (buckets.length == 0) {
            return Optional.empty();
        }
        Hour last = buckets[buckets.length - 1];
        return Optional.of(last.get(last.size() - 1).time());
    }

    /**
     * Everything up to this snapshot, counted or not, that a reader at these positions has not seen, in an order that it
     * may resume in.
     */
    public List<ArticleEntry> unseen(Positions seen) {
        List<ArticleEntry> found = new ArrayList<>();
        for (ArticleEntry entry : seen.covers(latest.behind()) ? latest.entries() : byId.values()) {
            if (positions().covers(entry.partition(), entry.offset())
                    && !seen.covers(entry.partition(), entry.offset())
                    && byId.get(entry.id()) == entry) {
                found.add(entry);
            }
        }
        found.sort((a, b) -> a.partition() == b.partition()
                ? Long.compare(a.offset(), b.offset())
                : Integer.compare(a.partition(), b.partition()));
        return found;
    }

    private int firstHour(long time) {
        int found = Arrays.binarySearch(hours, Math.floorDiv(time, HOUR) * HOUR);
        return found >= 0 ? found : -found - 1;
    }
}
