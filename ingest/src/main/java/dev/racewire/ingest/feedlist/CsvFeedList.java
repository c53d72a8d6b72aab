// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.feedlist;

import dev.racewire.runtime.config.Durations;
import dev.racewire.schemas.StateMedia;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A feed list as CSV. The first line names the columns, in any order; only {@code url} must be there. Known: {@code
 * name, url, site, language, country, kind, publisher, state_media, doubt, min_interval, max_interval, enabled}.
 */
public final class CsvFeedList {

    private static final List<String> COLUMNS = List.of(
            "name",
            "url",
            "site",
            "language",
            "country",
            "kind",
            "publisher",
            "state_media",
            "doubt",
            "min_interval",
            "max_interval",
            "enabled");

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setAllowMissingColumnNames(true)
            .setIgnoreSurroundingSpaces(true)
            .setTrim(true)
            .get();

    /** Such a mark swallows all lines that follow. */
    private static final String QUOTES = "a quotation mark is never closed, or text follows where it closes";

    private CsvFeedList() {}

    /**
     * Reads a list.
     *
     * @throws IOException when its first line names no column {@code url}
     */
    static FeedList parse(String text) throws IOException {
        FeedListBuilder list = new FeedListBuilder();
        try (CSVParser parser = FORMAT.parse(new StringReader(withoutMark(text)))) {
            if (parser.getHeaderNames().stream().noneMatch(name -> name.equalsIgnoreCase("url"))) {
                throw new IOException("not a feed list: its first line must name the columns, among them 'url'");
            }
            for (CSVRecord line : parser) {
                add(list, line);
                if (list.brokenOff()) {
                    break;
                }
            }
        } catch (CSVException e) {
            throw new IOException("not a feed list: in its first line " + QUOTES, e);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            // What stood before it is kept.
            list.breakOff(0, e.getCause() instanceof CSVException ? QUOTES : String.valueOf(e.getMessage()));
        }
        return list.build();
    }

    private static void add(FeedListBuilder list, CSVRecord line) {
        long number = line.getRecordNumber() + 1;
        if (!line.isConsistent()) {
            list.problem(number, "it has " + line.size() + " cells, the first line names another number of columns");
            return;
        }
        try {
            list.add(number, feed(line));
        } catch (IllegalArgumentException e) {
            list.problem(number, String.valueOf(e.getMessage()));
        }
    }

    private static ListedFeed feed(CSVRecord line) {
        String url = cell(line, "url", "");
        String name = cell(line, "name", FeedUrl.registrableHost(url));
        Outlet outlet = new Outlet(
                name,
                cell(line, "site", ""),
                cell(line, "language", Outlet.UNKNOWN_LANGUAGE),
                cell(line, "country", Outlet.UNKNOWN_COUNTRY).toUpperCase(Locale.ROOT),
                cell(line, "kind", Outlet.DEFAULT_KIND),
                cell(line, "publisher", name),
                stateMedia(cell(line, "state_media", "")));
        String note = cell(line, "doubt", "");
        return new ListedFeed(
                url,
                outlet,
                duration(cell(line, "min_interval", "")),
                duration(cell(line, "max_interval", "")),
                !cell(line, "enabled", "true").equalsIgnoreCase("false"),
                note.isEmpty() ? null : note);
    }

    private static String cell(CSVRecord line, String column, String absent) {
        String value = line.isMapped(column) ? line.get(column) : "";
        return value.isEmpty() ? absent : value;
    }

    private static @Nullable Duration duration(String text) {
        return text.isEmpty() ? null : Durations.parse(text);
    }

    static StateMedia stateMedia(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes" -> StateMedia.YES;
            case "public" -> StateMedia.PUBLIC;
            case "no" -> StateMedia.NO;
            case "", "unknown" -> StateMedia.UNKNOWN;
            default -> throw new IllegalArgumentException("state_media is yes, public, no or unknown, not " + text);
        };
    }

    /** Writes a list in the form that {@link FeedList#read} takes. */
    public static String write(List<ListedFeed> feeds) {
        StringWriter text = new StringWriter();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader(COLUMNS.toArray(String[]::new))
                .setRecordSeparator('\n')
                .get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            for (ListedFeed feed : feeds) {
                Map<String, String> cells = cells(feed);
                printer.printRecord(
                        COLUMNS.stream().map(c -> cells.getOrDefault(c, "")).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A feed's cells by column; empty ones are left out. OPML carries the same names as attributes. */
    static Map<String, String> cells(ListedFeed feed) {
        Map<String, String> cells = new LinkedHashMap<>();
        Outlet outlet = feed.outlet();
        cells.put("name", outlet.name());
        cells.put("url", feed.url());
        cells.put("site", outlet.site());
        cells.put("language", outlet.language());
        cells.put("country", outlet.country());
        cells.put("kind", outlet.kind());
        cells.put("publisher", outlet.publisher());
        cells.put("state_media", outlet.stateMedia().name().toLowerCase(Locale.ROOT));
        put(cells, "doubt", feed.note());
        put(cells, "min_interval", feed.minInterval());
        put(cells, "max_interval", feed.maxInterval());
        if (!feed.enabled()) {
            cells.put("enabled", "false");
        }
        return cells;
    }

    private static void put(Map<String, String> cells, String column, @Nullable Object value) {
        if (value != null) {
            cells.put(column, value.toString());
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
