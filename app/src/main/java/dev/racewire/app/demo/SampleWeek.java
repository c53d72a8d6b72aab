// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.demo;

import dev.racewire.app.stories.LabelledStory;
import dev.racewire.app.stories.StoryReader;
import dev.racewire.ingest.feedlist.ListedFeed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * What the invented outlets publish in a week: the stories of the mending half, many of them in several papers, an
 * event that everybody writes about on the last day, and a report that turns out to be wrong. The same each time.
 */
final class SampleWeek {

    static final Duration LENGTH = Duration.ofDays(7);

    /** The story that the narrator opens to its words. */
    static final String OPENED = "id-d-001";

    private static final long SEED = 20_260_301;
    private static final double WIRE = 0.7;
    private static final double SISTER = 0.5;
    private static final int MOST_COPIES = 5;
    private static final Duration BETWEEN_COPIES = Duration.ofHours(3);

    private static final double LAST_ORDINARY = 0.97;
    private static final double SURGE_BEGIN = 0.86;
    private static final double SURGE_END = 0.89;
    private static final List<Double> EDITS = List.of(0.30, 0.48);

    private final Random random = new Random(SEED);
    private final Map<String, List<ListedFeed>> byLanguage;
    private final Map<String, Integer> printed = new HashMap<>();
    private final List<Placement> placements = new ArrayList<>();

    private SampleWeek(List<ListedFeed> outlets) {
        this.byLanguage = outlets.stream()
                .collect(Collectors.groupingBy(feed -> feed.outlet().language()));
    }

    /** All that these outlets publish, in the order of time. */
    static List<Placement> of(List<ListedFeed> outlets) {
        SampleWeek week = new SampleWeek(outlets);
        StoryReader.half(StoryReader.MEND).forEach(week::ordinary);
        week.surge(StoryReader.read(SampleWeek.class, "surge.jsonl"));
        week.edits(StoryReader.read(SampleWeek.class, "edits.jsonl"));
        week.placements.sort(Comparator.comparing(Placement::at));
        return List.copyOf(week.placements);
    }

    private void ordinary(LabelledStory story) {
        List<ListedFeed> outlets = outletsFor(story);
        Duration at = share(random.nextDouble() * LAST_ORDINARY);
        boolean wire = story.relevant() && random.nextDouble() < WIRE;
        int copies = wire ? 2 + random.nextInt(MOST_COPIES - 1) : 1;
        print(story, outlets.subList(0, Math.min(copies, outlets.size())), at);
        sisters(outlets, copies, story, at);
    }

    /** Papers of a language, those that printed least first. */
    private List<ListedFeed> outletsFor(LabelledStory story) {
        List<ListedFeed> outlets = new ArrayList<>(byLanguage.getOrDefault(story.language(), List.of()));
        if (outlets.isEmpty()) {
            throw new IllegalStateException("no sample outlet writes in " + story.language());
        }
        Collections.shuffle(outlets, random);
        outlets.sort(Comparator.comparing(feed -> printed.getOrDefault(feed.url(), 0)));
        return outlets;
    }

    private void print(LabelledStory story, List<ListedFeed> outlets, Duration first) {
        Duration at = first;
        for (int copy = 0; copy < outlets.size(); copy++) {
            ListedFeed feed = outlets.get(copy);
            String title = WireCopy.title(story, copy, feed.outlet().name());
            place(new Placement(feed, story, title, WireCopy.summary(story, copy), at));
            at = at.plus(Duration.ofMillis((long) (random.nextDouble() * BETWEEN_COPIES.toMillis())));
        }
    }

    /** Titles of the same publisher often carry a text of the first paper as it is, a little later. */
    private void sisters(List<ListedFeed> outlets, int copies, LabelledStory story, Duration at) {
        String publisher = outlets.get(0).outlet().publisher();
        outlets.stream()
                .skip(copies)
                .filter(feed -> feed.outlet().publisher().equals(publisher))
                .filter(feed -> random.nextDouble() < SISTER)
                .forEach(feed -> place(
                        new Placement(feed, story, story.title(), story.summary(), at.plus(Duration.ofMinutes(20)))));
    }

    private void surge(List<LabelledStory> stories) {
        double step = (SURGE_END - SURGE_BEGIN) / stories.size();
        for (int i = 0; i < stories.size(); i++) {
            LabelledStory story = stories.get(i);
            print(story, outletsFor(story).subList(0, 1), share(SURGE_BEGIN + i * step));
        }
    }

    private void edits(List<LabelledStory> versions) {
        ListedFeed outlet = outletsFor(versions.get(0)).get(0);
        for (int i = 0; i < versions.size(); i++) {
            LabelledStory story = versions.get(i);
            place(new Placement(outlet, story, story.title(), story.summary(), share(EDITS.get(i))));
        }
    }

    private void place(Placement placement) {
        printed.merge(placement.feed().url(), 1, Integer::sum);
        Duration last = share(LAST_ORDINARY);
        boolean late = placement.at().compareTo(last) > 0;
        placements.add(late ? at(placement, last) : placement);
    }

    private static Placement at(Placement placement, Duration when) {
        return new Placement(placement.feed(), placement.story(), placement.title(), placement.summary(), when);
    }

    private static Duration share(double share) {
        return Duration.ofMillis((long) (share * LENGTH.toMillis()));
    }
}
