// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.api;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * A table as CSV (RFC 4180) under lines that start with {@code #} and hold the head. A text that a spreadsheet would run
 * as a formula gets an apostrophe in front.
 */
final class Csv {

    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    static <T> String of(Answer.Table<T> table) {
        StringWriter out = new StringWriter();
        head("", table.head(), out);
        try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            printer.printRecord(table.columns().stream().map(Column::name).toList());
            for (T row : table.rows()) {
                List<Object> cells = table.columns().stream()
                        .map(column -> plain(column.value().apply(row)))
                        .toList();
                printer.printRecord(cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void head(String prefix, Map<?, ?> head, StringWriter out) {
        head.forEach((name, value) -> {
            if (value instanceof Map<?, ?> parts) {
                head(prefix + name + ".", parts, out);
            } else {
                out.append("# ")
                        .append(prefix + name)
                        .append(": ")
                        .append(oneLine(value))
                        .append("\r\n");
            }
        });
    }

    private static String oneLine(Object value) {
        return String.valueOf(value).replaceAll("[\\r\\n]", " ");
    }

    private static Object plain(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof String text && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) {
            return "'" + text;
        }
        return value;
    }
}
