// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.prove;

import dev.racewire.ingest.feedlist.ListedFeed;
import dev.racewire.ingest.feedlist.Outlet;
import dev.racewire.schemas.StateMedia;
import dev.racewire.simulator.FeedSpec;
import dev.racewire.simulator.Simulator;
import dev.racewire.simulator.format.FeedFormat;
import dev.racewire.simulator.news.Item;
import dev.racewire.simulator.news.Script;
import dev.racewire.simulator.news.SeededNews;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What the feeds show, and when: new articles all the time, a tenth of them edited later, and another tenth shown by a
 * second feed too. The same seed gives the same news. No feed ever pushes an item out, so nothing that is missing in the
 * end can be excused.
 */
final class NewsPlan {

    private static final int BACKLOG = 8;
    private static final List<FeedFormat> FORMATS = List.of(FeedFormat.values());
    private static final Duration EDIT_LATEST = Duration.ofSeconds(15);

    private final Instant begin;
    private final Duration length;
    private final int perFeed;
    private final List<FeedSpec> feeds = new ArrayList<>();
    private final List<Script> scripts = new ArrayList<>();
    private final List<Publication> publications = new ArrayList<>();
    private final Map<String, Shown> articles = new LinkedHashMap<>();

    private record Publication(int feed, Duration after, Item item) {

        boolean isBacklog() {
            return after.isZero();
        }
    }

    private @Nullable Instant opening;

    private NewsPlan(Instant begin, Duration length, int perFeed) {
        this.begin = begin.truncatedTo(ChronoUnit.SECONDS);
        this.length = length;
        this.perFeed = perFeed;
    }

    /**
     * News with dates up to {@code begin}. A part is there from the start, the rest comes from {@link #open} on.
     *
     * @param length how long new articles appear
     * @param feeds how many feeds there are
     * @param perFeed how many articles each of them publishes
     */
    static NewsPlan of(long seed, Instant begin, Duration length, int feeds, int perFeed) {
        NewsPlan plan = new NewsPlan(begin, length, perFeed);
        Random random = new Random(seed);
        for (int feed = 0; feed < feeds; feed++) {
            String host = "paper" + feed + ".example";
            FeedFormat format = FORMATS.get(feed % FORMATS.size());
            plan.feeds.add(new FeedSpec(host, "/feed", format, host, "en", 4 * perFeed, Map.of()));
        }
        for (int feed = 0; feed < feeds; feed++) {
            plan.publish(feed, seed, random);
        }
        plan.publications.sort(Comparator.comparing(Publication::after));
        return plan;
    }

    private void publish(int feed, long seed, Random random) {
        SeededNews words = new SeededNews(seed, "https://" + feeds.get(feed).host(), begin, Duration.ofSeconds(1), 0);
        for (int number = 0; number < perFeed; number++) {
            Item item = words.item(number).withPublished(begin.minus(random.nextInt(2 * 24 * 60), ChronoUnit.MINUTES));
            Duration after = number < BACKLOG ? Duration.ZERO : upTo(length, random);
            show(feed, after, item);
            int fate = random.nextInt(10);
            if (fate == 0) {
                Item other = words.item(number + perFeed);
                edit(
                        feed,
                        after.plus(upTo(EDIT_LATEST, random)),
                        item.withTitle(other.title()).withSummary(other.summary()));
            } else if (fate == 1 && feeds.size() > 1) {
                int other = (feed + 1 + random.nextInt(feeds.size() - 1)) % feeds.size();
                publications.add(new Publication(other, after, item));
            }
        }
    }

    private void show(int feed, Duration after, Item item) {
        publications.add(new Publication(feed, after, item));
        articles.put(
                item.link(),
                new Shown(
                        item.link(),
                        publisher(feed),
                        isStateMedia(feed),
                        published(item),
                        item.title(),
                        item.summary(),
                        false));
    }

    private void edit(int feed, Duration after, Item item) {
        publications.add(new Publication(feed, after, item));
        articles.computeIfPresent(item.link(), (link, shown) -> shown.withText(item.title(), item.summary()));
    }

    private static Instant published(Item item) {
        Instant published = item.published();
        if (published == null) {
            throw new IllegalStateException("all news here is dated");
        }
        return published;
    }

    /** Two outlets each have one owner. */
    private static String publisher(int feed) {
        return "House " + feed / 2;
    }

    private static boolean isStateMedia(int feed) {
        return feed % 5 == 0;
    }

    private static Duration upTo(Duration longest, Random random) {
        return Duration.ofMillis(1 + random.nextInt((int) longest.toMillis()));
    }

    /** Serves the feeds with what is there from the start. */
    void stage(Simulator simulator) {
        for (FeedSpec feed : feeds) {
            Script script = new Script();
            scripts.add(script);
            simulator.add(feed, script);
        }
        publications.stream()
                .filter(Publication::isBacklog)
                .forEach(each -> scripts.get(each.feed()).publish(begin, each.item()));
    }

    /** From now on the rest is published. */
    void open(Instant now) {
        opening = now;
        publications.stream()
                .filter(each -> !each.isBacklog())
                .forEach(each -> scripts.get(each.feed()).publish(now.plus(each.after()), each.item()));
    }

    /** The list of feeds to poll. */
    List<ListedFeed> feeds() {
        List<ListedFeed> listed = new ArrayList<>();
        for (int feed = 0; feed < feeds.size(); feed++) {
            FeedSpec spec = feeds.get(feed);
            StateMedia state = isStateMedia(feed) ? StateMedia.YES : StateMedia.NO;
            Outlet outlet = new Outlet(spec.host(), spec.site(), "en", "GB", "general", publisher(feed), state);
            listed.add(ListedFeed.of(spec.url(), outlet));
        }
        return listed;
    }

    /** How many articles have been shown by then. */
    long shownBy(Instant now) {
        Duration open = opening == null ? Duration.ZERO : Duration.between(opening, now);
        return publications.stream()
                .filter(each -> each.after().compareTo(open) <= 0)
                .map(each -> each.item().link())
                .distinct()
                .count();
    }

    /** When the last of it is shown. */
    Instant end() {
        Duration last = publications.get(publications.size() - 1).after();
        return opening == null ? Instant.MAX : opening.plus(last);
    }

    /** Every article as it is shown in the end. */
    Collection<Shown> articles() {
        return articles.values();
    }
}
