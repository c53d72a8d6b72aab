// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.edition;

import dev.racewire.schemas.Count;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The cells of a day as text that depends on nothing but the counts: whoever reads the same counts gets the same bytes.
 *
 * @param rows lines of CSV in the order of country and topic
 * @param taxonomies versions that judged the day's articles
 * @param sample whether the news is made up
 */
record DayCounts(LocalDate day, List<String> rows, SortedSet<String> taxonomies, boolean sample) {

    private static final String COLUMNS = "country,topic,articles,stories,publishers,rivalries,stateMediaArticles";

    DayCounts {
        rows = List.copyOf(rows);
    }

    /** The day's cells; one that lost its last article is left out, as if it had never been. */
    static DayCounts of(LocalDate day, Collection<Count> counts, boolean sample) {
        List<Count> cells = counts.stream()
                .filter(count -> count.getArticles() > 0)
                .sorted(Comparator.comparing(Count::getCountry).thenComparing(Count::getTopic))
                .toList();
        SortedSet<String> taxonomies = cells.stream()
                .flatMap(count -> count.getTaxonomyVersions().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return new DayCounts(day, cells.stream().map(DayCounts::row).toList(), taxonomies, sample);
    }

    private static String row(Count count) {
        return Stream.of(
                        count.getCountry(),
                        count.getTopic(),
                        count.getArticles(),
                        count.getStories(),
                        count.getPublishers(),
                        count.getRivalries(),
                        count.getStateMediaArticles())
                .map(Object::toString)
                .collect(Collectors.joining(","));
    }

    /**
     * The day as an edition.
     *
     * @param number from 1
     * @param corrects SHA-256 of the edition before, empty for the first
     */
    String text(int number, String corrects) {
        StringBuilder text = new StringBuilder();
        if (sample) {
            text.append("# sample: SAMPLE\n");
        }
        text.append("# racewire: cells of one day in UTC; stories and publishers are distinct and never add up\n");
        text.append("# day: ").append(day).append('\n');
        text.append("# edition: ").append(number).append('\n');
        if (!corrects.isEmpty()) {
            text.append("# corrects: ").append(corrects).append('\n');
        }
        text.append("# taxonomies: ").append(String.join(" ", taxonomies)).append('\n');
        text.append(COLUMNS).append('\n');
        rows.forEach(row -> text.append(row).append('\n'));
        return text.toString();
    }

    /** The rows of an edition's text. */
    static List<String> rowsOf(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("#") && !line.equals(COLUMNS))
                .toList();
    }

    static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
