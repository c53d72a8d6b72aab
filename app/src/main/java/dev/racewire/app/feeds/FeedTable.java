// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.feeds;

import dev.racewire.schemas.FeedHealth;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Feeds and their health as text, a line each. */
public final class FeedTable {

    private static final String FORMAT = "%-10s %-5s %-2s  %-30s %-10s %s%s";
    private static final int LONGEST_NAME = 30;

    private FeedTable() {}

    /** The table, with its head. */
    public static List<String> lines(Collection<FeedRow> rows, Instant now) {
        List<String> lines =
                rows.stream().map(row -> line(row, now)).collect(Collectors.toCollection(java.util.ArrayList::new));
        lines.add(0, String.format(Locale.ROOT, FORMAT, "HEALTH", "LANG", "", "NAME", "READ", "FEED", ""));
        return lines;
    }

    private static String line(FeedRow row, Instant now) {
        String name = row.feed().outlet().name();
        String remark = row.remark().isEmpty() ? "" : "  (" + row.remark() + ")";
        return String.format(
                Locale.ROOT,
                FORMAT,
                row.healthWord(),
                row.feed().outlet().language(),
                row.feed().outlet().country(),
                name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…",
                Age.of(row.lastRead(), now),
                row.feed().url(),
                remark);
    }

    /** How many feeds are in each health, in one line. */
    public static String sum(Collection<FeedRow> rows) {
        Map<FeedHealth, Long> counts = rows.stream()
                .collect(Collectors.groupingBy(
                        FeedRow::health, () -> new EnumMap<>(FeedHealth.class), Collectors.counting()));
        String words = counts.entrySet().stream()
                .map(entry -> entry.getValue() + " "
                        + (entry.getKey() == FeedHealth.UNCONFIRMED
                                ? "not read yet"
                                : entry.getKey().name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
        return rows.size() + " feeds" + (words.isEmpty() ? "" : ": " + words);
    }
}
