// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.articles.ArticleFacts;
import dev.racewire.app.cli.ClusterCommand;
import dev.racewire.app.cli.CommandFailure;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.matrix.Matrix;
import dev.racewire.app.matrix.MatrixReader;
import dev.racewire.app.matrix.MatrixText;
import dev.racewire.app.matrix.Measure;
import dev.racewire.runtime.config.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code racewire matrix}: the country x topic table in the terminal. */
@Command(name = "matrix", description = "Print the country x topic table.")
public final class MatrixCommand extends ClusterCommand {

    @Option(
            names = "--last",
            paramLabel = "DURATION",
            defaultValue = "7d",
            description = "Articles of so long back from now, each number distinct over it. Default: ${DEFAULT-VALUE}")
    private String last = "";

    @Option(
            names = "--window",
            paramLabel = "WINDOW",
            description = "Instead of --last: one window of racewire-counts, PT1H or P1D.")
    private @Nullable String window;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "With --window: a time in the window, such as 2026-11-24T08:00:00Z. Default: now")
    private @Nullable String at;

    @Option(
            names = "--count",
            paramLabel = "WHAT",
            defaultValue = "articles",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
    private Measure measure = Measure.articles;

    @Option(
            names = "--rows",
            paramLabel = "NUMBER",
            defaultValue = "25",
            description = "Most countries that are shown. Default: ${DEFAULT-VALUE}")
    private int rows;

    @Option(
            names = "--width",
            paramLabel = "NUMBER",
            defaultValue = "${env:COLUMNS:-120}",
            description = "Most characters of a line. Default: COLUMNS, else 120")
    private int width;

    @Override
    public Integer call() throws Exception {
        Instant time = time();
        ChronoUnit unit = unit();
        Duration back = span();
        MatrixReader reader = new MatrixReader(reach());
        if (window != null) {
            Instant start = time.truncatedTo(unit);
            print(measure + ", window " + window + " from " + start, reader.window(window, start, measure));
            return ExitCode.DONE;
        }
        Collection<ArticleFacts> articles = reader.articles(time.minus(back), time.plus(unit.getDuration()));
        String sample = articles.stream().anyMatch(ArticleFacts::sample) ? "SAMPLE: invented news. " : "";
        print(sample + measure + " of the last " + last + ", distinct", Matrix.of(articles, measure));
        return ExitCode.DONE;
    }

    private void print(String title, Matrix matrix) {
        out().println(title);
        out().print(new MatrixText(width, rows).render(matrix));
        out().flush();
    }

    private Instant time() {
        try {
            return at == null ? Instant.now() : Instant.parse(at);
        } catch (DateTimeParseException e) {
            throw CommandFailure.badUsage("--at " + at + " is no time: write 2026-11-24T08:00:00Z");
        }
    }

    private ChronoUnit unit() {
        if (window == null || window.equals("P1D")) {
            return ChronoUnit.DAYS;
        }
        if (window.equals("PT1H")) {
            return ChronoUnit.HOURS;
        }
        throw CommandFailure.badUsage("--window " + window + " is no window: write PT1H or P1D");
    }

    private Duration span() {
        try {
            return Durations.parse(last);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.badUsage("--last: " + e.getMessage());
        }
    }
}
