// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.demo.narrate;

import dev.racewire.schemas.Count;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The daily cells as {@code racewire-counts} has told them so far. Articles add up over days, stories do not. */
final class Cells {

    static final String ALL = "*";
    private static final String DAY = "P1D";

    /**
     * A cell that got another value.
     *
     * @param country country, or * for all
     * @param topic topic, or * for all
     * @param day first instant of the day
     * @param before articles of all days before the change
     * @param after articles of all days after it
     * @param stories stories of that day now
     */
    record Change(String country, String topic, Instant day, long before, long after, long stories) {

        /** Whether the cell is of one country and one topic. */
        boolean single() {
            return !country.equals(ALL) && !topic.equals(ALL);
        }

        String cell() {
            return country + "/" + topic;
        }
    }

    private record Day(long articles, long stories) {}

    private final Map<String, SortedMap<Instant, Day>> days = new HashMap<>();

    /** Takes a record in; empty for windows other than days. */
    Optional<Change> apply(Count count) {
        if (!count.getWindow().equals(DAY)) {
            return Optional.empty();
        }
        String cell = count.getCountry() + "/" + count.getTopic();
        SortedMap<Instant, Day> row = days.computeIfAbsent(cell, name -> new TreeMap<>());
        long before = articles(row);
        row.put(count.getWindowStart(), new Day(count.getArticles(), count.getStories()));
        return Optional.of(new Change(
                count.getCountry(),
                count.getTopic(),
                count.getWindowStart(),
                before,
                articles(row),
                count.getStories()));
    }

    /** Articles of all days in a cell. */
    long articles(String country, String topic) {
        return articles(days.getOrDefault(country + "/" + topic, new TreeMap<>()));
    }

    /** Stories of a cell in the days before that one, a day; days without a story count too. */
    double storiesADayBefore(String country, String topic, Instant day, Instant first) {
        long length = Math.max(1, Duration.between(first, day).toDays());
        return days.getOrDefault(country + "/" + topic, new TreeMap<>()).headMap(day).values().stream()
                        .mapToLong(Day::stories)
                        .sum()
                / (double) length;
    }

    /** Countries that a cell of "all topics" speaks of. */
    long countries() {
        return filled("/" + ALL, true);
    }

    /** Topics that a cell of "all countries" speaks of. */
    long topics() {
        return filled(ALL + "/", false);
    }

    private long filled(String part, boolean atEnd) {
        return days.entrySet().stream()
                .filter(cell ->
                        atEnd ? cell.getKey().endsWith(part) : cell.getKey().startsWith(part))
                .filter(cell -> !cell.getKey().equals(ALL + "/" + ALL))
                .filter(cell -> articles(cell.getValue()) > 0)
                .count();
    }

    private static long articles(SortedMap<Instant, Day> row) {
        return row.values().stream().mapToLong(Day::articles).sum();
    }
}
