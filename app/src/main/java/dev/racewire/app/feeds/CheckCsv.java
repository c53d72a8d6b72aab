// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.feeds;

import dev.racewire.ingest.check.FeedCheck;
import dev.racewire.ingest.check.FeedContents;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** What checks found, as CSV; each row is out as soon as it is known. */
public final class CheckCsv {

    private static final String[] COLUMNS = {
        "url", "name", "language", "country", "verdict", "cause", "articles", "newest", "replacement"
    };

    private final CSVPrinter printer;
    private final PrintWriter out;

    public CheckCsv(PrintWriter out) throws IOException {
        this.out = out;
        this.printer = new CSVPrinter(
                out,
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader(COLUMNS)
                        .setRecordSeparator('\n')
                        .get());
    }

    /** A row. */
    public void print(FeedCheck check) {
        FeedContents contents = check.contents();
        try {
            printer.printRecord(List.of(
                    check.feed().url(),
                    check.feed().outlet().name(),
                    check.feed().outlet().language(),
                    check.feed().outlet().country(),
                    check.verdict().word(),
                    check.cause(),
                    contents == null ? "" : String.valueOf(contents.articles()),
                    text(contents == null ? null : contents.newest()),
                    text(check.replacement())));
        } catch (IOException e) {
            throw new IllegalStateException("a writer into memory or to stdout does not fail", e);
        }
        out.flush();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
