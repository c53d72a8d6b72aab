// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.demo;

import dev.racewire.ingest.feedlist.ListedFeed;
import dev.racewire.simulator.FeedSpec;
import dev.racewire.simulator.SimulatedFeed;
import dev.racewire.simulator.Simulator;
import dev.racewire.simulator.format.FeedFormat;
import dev.racewire.simulator.news.Item;
import dev.racewire.simulator.news.Script;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sample week squeezed into minutes: items become visible at the pace of the replay and carry the dates of the week
 * that ends now.
 */
final class Replay {

    /** What has been published already when the replay begins, so that there is something to see at once. */
    private static final double HEAD_START = 0.07;

    private static final int WINDOW = 60;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy/MM/dd").withZone(ZoneOffset.UTC);

    private final Instant begin;
    private final Instant weekBegin;
    private final Duration length;

    /**
     * A replay that begins now.
     *
     * @param length how long the week takes
     */
    Replay(Instant now, Duration length) {
        this.begin = now.minusMillis((long) (HEAD_START * length.toMillis()));
        this.weekBegin = now.minus(SampleWeek.LENGTH);
        this.length = length;
    }

    /** When, in the world, a moment of the week comes. */
    Instant visible(Duration at) {
        return visible(at.toMillis() / (double) SampleWeek.LENGTH.toMillis());
    }

    /** When, in the world, that share of the week is over. */
    Instant visible(double share) {
        return begin.plusMillis((long) (share * length.toMillis()));
    }

    /** Puts the feeds of all these outlets in place, with what they will publish. Returns them by their address. */
    Map<String, SimulatedFeed> stage(List<ListedFeed> outlets, List<Placement> placements, Simulator simulator) {
        Map<String, Script> scripts = new HashMap<>();
        Map<String, Item> items = new HashMap<>();
        for (Placement placement : placements) {
            Item item = items.merge(placement.key(), item(placement), Replay::edited);
            scripts.computeIfAbsent(placement.feed().url(), url -> new Script()).publish(visible(placement.at()), item);
        }
        Map<String, SimulatedFeed> feeds = new HashMap<>();
        for (ListedFeed feed : outlets) {
            Script script = scripts.getOrDefault(feed.url(), new Script());
            feeds.put(feed.url(), simulator.add(spec(feed, feeds.size()), script));
        }
        return feeds;
    }

    private static Item edited(Item before, Item after) {
        return before.withTitle(after.title()).withSummary(after.summary());
    }

    /** Links carry the minute of the run, so that a second run in the same directory is news again. */
    private Item item(Placement placement) {
        Instant published = weekBegin.plus(placement.at());
        String run = Long.toString(begin.getEpochSecond(), Character.MAX_RADIX);
        String link = placement.feed().outlet().site() + "/" + DAY.format(published) + "/"
                + placement.story().id() + "-" + run;
        return new Item(placement.key(), link, link, placement.title(), placement.summary(), published);
    }

    private static FeedSpec spec(ListedFeed feed, int number) {
        URI url = URI.create(feed.url());
        FeedFormat[] formats = FeedFormat.values();
        return new FeedSpec(
                url.getHost(),
                url.getPath(),
                formats[number % formats.length],
                feed.outlet().name(),
                feed.outlet().language(),
                WINDOW,
                Map.of());
    }
}
