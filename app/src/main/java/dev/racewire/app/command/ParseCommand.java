// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.racewire.app.cli.CommandFailure;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.RacewireCommand;
import dev.racewire.ingest.parse.FeedParser;
import dev.racewire.ingest.parse.ParseReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code racewire parse}: what is read out of feed files. It needs no broker and no network. */
@Command(name = "parse", description = "Read feed files and print a JSON object for each.")
public final class ParseCommand extends RacewireCommand {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(
            names = "--input",
            paramLabel = "LIST.jsonl",
            description = "A file to read a line, {\"file\":…, \"content_type\":…, \"base_url\":…}; the last two may be"
                    + " missing.")
    private @Nullable Path input;

    @Parameters(paramLabel = "FILE", description = "Feed files, whatever their dialect.")
    private List<Path> files = List.of();

    /** A file, and what an answer's header and address would have said of it. */
    private record Work(
            String file,
            @Nullable String contentType,
            @Nullable URI baseUrl) {}

    @Override
    public Integer call() throws IOException {
        List<Work> work = new ArrayList<>();
        files.forEach(file -> work.add(new Work(file.toString(), null, null)));
        if (input != null) {
            work.addAll(listed(input));
        }
        if (work.isEmpty()) {
            throw CommandFailure.badUsage("nothing to parse: name files, or a list with --input");
        }
        FeedParser parser = new FeedParser(InstantSource.system());
        boolean allRead = true;
        for (Work each : work) {
            allRead &= parse(parser, each, out());
        }
        out().flush();
        return allRead ? ExitCode.DONE : ExitCode.FAILED;
    }

    /** Prints one line; false when the file could not be read. A file that is no feed is a result like others. */
    private boolean parse(FeedParser parser, Work work, PrintWriter out) throws IOException {
        byte[] body;
        try {
            body = Files.readAllBytes(located(work.file()));
        } catch (NoSuchFileException e) {
            out.println(ParseReport.unreadable(work.file(), "there is no such file"));
            return false;
        } catch (IOException e) {
            out.println(ParseReport.unreadable(work.file(), "cannot read the file: " + e.getMessage()));
            return false;
        }
        out.println(ParseReport.line(work.file(), parser.parse(body, work.contentType(), work.baseUrl())));
        return true;
    }

    /** The file as named from here, else from the list's folder, else from the folder that is called like the list. */
    private Path located(String file) {
        Path direct = Path.of(file);
        if (input == null || Files.exists(direct)) {
            return direct;
        }
        Path list = input.toAbsolutePath();
        Path beside = list.resolveSibling(file);
        String name = list.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        return Files.exists(beside) ? beside : list.resolveSibling(name).resolve(file);
    }

    private static List<Work> listed(Path list) {
        List<Work> work = new ArrayList<>();
        int number = 0;
        try {
            for (String line : Files.readAllLines(list)) {
                number++;
                if (!line.isBlank()) {
                    work.add(work(JSON.readTree(line)));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw CommandFailure.badUsage(list + ", line " + Math.max(1, number) + ": " + firstLine(e));
        }
        return work;
    }

    private static Work work(JsonNode line) {
        if (!line.path("file").isTextual()) {
            throw new IllegalArgumentException("no \"file\" in it");
        }
        String base = text(line, "base_url");
        return new Work(line.path("file").asText(), text(line, "content_type"), base == null ? null : URI.create(base));
    }

    private static @Nullable String text(JsonNode line, String name) {
        return line.path(name).isTextual() ? line.path(name).asText() : null;
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.toString());
    }
}
