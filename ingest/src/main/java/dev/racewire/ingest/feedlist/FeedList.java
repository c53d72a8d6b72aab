// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.feedlist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A list of feeds, and what in it could not be used.
 *
 * @param feeds each address once, in the order of the list
 * @param whole false: the list breaks off, so that feeds may be missing at its end
 */
public record FeedList(List<ListedFeed> feeds, List<FeedListProblem> problems, boolean whole) {

    /** More than any list of ours, and little enough to be held in memory. */
    static final int MOST_FEEDS = 200_000;

    private static final long LARGEST_FILE = 64L * 1024 * 1024;

    public FeedList {
        feeds = List.copyOf(feeds);
        problems = List.copyOf(problems);
    }

    /**
     * The list in a file: OPML when it begins like XML, else CSV.
     *
     * @throws IOException when it can't be read or is no list at all; the message names the file
     */
    public static FeedList read(Path file) throws IOException {
        if (Files.size(file) > LARGEST_FILE) {
            throw new IOException(file + " is larger than " + LARGEST_FILE / (1024 * 1024) + " MiB: no feed list is");
        }
        byte[] bytes = Files.readAllBytes(file);
        try {
            return parse(bytes);
        } catch (IOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /** The list that Racewire brings along. */
    public static FeedList bundled() {
        try (InputStream in = FeedList.class.getResourceAsStream("feeds.csv")) {
            if (in == null) {
                throw new IllegalStateException("the bundled feed list is missing from the jar");
            }
            return CsvFeedList.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The list in these bytes.
     *
     * @throws IOException when they are no list at all
     */
    public static FeedList parse(byte[] bytes) throws IOException {
        return looksLikeXml(bytes)
                ? OpmlFeedList.parse(bytes)
                : CsvFeedList.parse(new String(bytes, StandardCharsets.UTF_8));
    }

    private static boolean looksLikeXml(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.ISO_8859_1);
        return start.replaceFirst("^\\xEF\\xBB\\xBF", "").stripLeading().startsWith("<")
                || start.startsWith("\u00fe\u00ff")
                || start.startsWith("\u00ff\u00fe");
    }
}
