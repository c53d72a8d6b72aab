// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.query;

import dev.racewire.dashboard.view.Articles;
import dev.racewire.dashboard.view.Names;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every cell of a span against its own rhythm: how many new stories, how many are usual at these hours of the week, and
 * whether that is a surge. Only feeds that were read all the time count, so a feed that joins makes none. See
 * docs/surge.md.
 *
 * @param unknown why nothing can be said, or empty
 * @param since from when on the rhythm was learned
 */
public record Surges(Optional<Unknown> unknown, Instant since, List<Cell> cells) {

    /** Why nothing can be said. */
    public enum Unknown {
        /** A span of more than seven days has no rhythm within what is held. */
        SPAN_TOO_LONG,
        /** Less than five days were watched before the span. */
        TOO_LITTLE_HISTORY,
        /** More than half of the span was not watched. */
        NOT_WATCHED
    }

    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Duration HISTORY = Duration.ofDays(28);

    /** Feeds that a list brings at once have their first polls within this. */
    private static final Duration SPREAD = Duration.ofHours(1);

    private static final int FEWEST_HOURS = 5 * 24 - 6;
    private static final long FEWEST_STORIES = 5;
    private static final double TIMES = 2;
    private static final double TIMES_WITHOUT_WEEKDAYS = 3;
    private static final double BEYOND = 0.9999;
    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;

    public Surges {
        cells = List.copyOf(cells);
    }

    /**
     * A cell.
     *
     * @param newStories stories whose first article in the cell lies in the span
     * @param usual the expected number
     * @param low lower end of the range in which 95 of 100 such spans lie
     * @param high its upper end
     * @param surge whether it is far beyond that range, at least twice the usual, and not just a few stories
     */
    public record Cell(
            String country, String topic, long newStories, double usual, long low, long high, boolean surge) {}

    /** Weighs the cells of the span. */
    public static Surges of(Articles articles, Span span, Filter filter, Completeness completeness) {
        Instant begin = begin(articles, span, completeness);
        if (span.length().compareTo(LONGEST.plusMinutes(1)) > 0) {
            return unknown(Unknown.SPAN_TOO_LONG, begin);
        }
        Set<String> feeds = completeness.feedsWatchedSince(begin);
        Hours hours = new Hours(span, begin, completeness.only(listing -> feeds.contains(listing.url())));
        if (hours.known() < FEWEST_HOURS) {
            return unknown(Unknown.TOO_LITTLE_HISTORY, begin);
        }
        if (hours.watchedShare() < 0.5) {
            return unknown(Unknown.NOT_WATCHED, begin);
        }
        BitSet steady = numbers(articles.names().feeds(), feeds);
        Arrivals arrivals = Arrivals.of(articles, hours, filter, entry -> steady.get(entry.feed()));
        return new Surges(Optional.empty(), begin, weigh(articles, hours, arrivals));
    }

    private static Surges unknown(Unknown why, Instant since) {
        return new Surges(Optional.of(why), since, List.of());
    }

    /** Where the rhythm begins: at most four weeks back, not before most feeds were watched, not before what is held. */
    private static Instant begin(Articles articles, Span span, Completeness completeness) {
        Instant back = span.from().minus(HISTORY);
        Instant watched =
                completeness.watchedSince().map(since -> since.plus(SPREAD)).orElse(back);
        Instant held = articles.oldest().map(Instant::ofEpochMilli).orElse(back);
        Instant latest = List.of(back, watched, held).stream()
                .max(Comparator.naturalOrder())
                .orElse(back);
        return latest.isAfter(span.from()) ? span.from() : latest;
    }

    private static BitSet numbers(Names names, Set<String> feeds) {
        BitSet numbers = new BitSet();
        feeds.forEach(url -> names.find(url).ifPresent(numbers::set));
        return numbers;
    }

    private static List<Cell> weigh(Articles articles, Hours hours, Arrivals arrivals) {
        boolean[] watched = hours.watchedBefore();
        int offset = hours.hourOfWeek(0);
        double[] all = Rhythm.ofAll(arrivals.before(arrivals.all()), watched, offset);
        List<Cell> cells = new ArrayList<>();
        for (int cell = 0; cell < arrivals.cells(); cell++) {
            if (!arrivals.isSilent(cell)) {
                int[] before = arrivals.before(cell);
                Rhythm rhythm = new Rhythm(before, watched, offset, all);
                Usual usual = rhythm.over(hours.expected(rhythm), before, watched, offset);
                String country = name(articles.names().countries(), arrivals.country(cell));
                String topic = name(articles.names().topics(), arrivals.topic(cell));
                double times = rhythm.knowsTheWholeWeek() ? TIMES : TIMES_WITHOUT_WEEKDAYS;
                cells.add(cell(country, topic, arrivals.within(cell), usual, times));
            }
        }
        cells.sort(Comparator.comparing(Cell::country).thenComparing(Cell::topic));
        return cells;
    }

    private static Cell cell(String country, String topic, long newStories, Usual usual, double times) {
        boolean surge = newStories >= FEWEST_STORIES
                && newStories >= times * usual.mean()
                && newStories > usual.quantile(BEYOND);
        return new Cell(country, topic, newStories, usual.mean(), usual.quantile(LOW), usual.quantile(HIGH), surge);
    }

    private static String name(Names names, int number) {
        return number < 0 ? Cells.ALL : names.name(number);
    }
}
