// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code racewire parse}: files in, one line of JSON for each out, in their order. */
public final class ParseCommand {
    private static final JsonFactory JSON = new JsonFactory();

    private final FeedParser parser;
    private final PrintStream out;
    private boolean unreadable;

    public ParseCommand(FeedParser parser, PrintStream out) {
        this.parser = parser;
        this.out = out;
    }

    /** One feed file to read, with what its answer's header and address said. */
    private record Input(
            String file,
            @Nullable String contentType,
            @Nullable URI baseUrl) {}

    /**
     * Parses the files that the lines of a list name: {@code {file, content_type?, base_url?}}, other fields are passed over.
     *
     * @param folder where the list lies; files that are not there are looked for in {@code elsewhere}
     */
    public void list(Reader list, Path folder, Path elsewhere) throws IOException {
        BufferedReader lines = new BufferedReader(list);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                Input input = input(line);
                Path beside = folder.resolve(input.file());
                parse(input, Files.exists(beside) ? beside : elsewhere.resolve(input.file()));
            }
        }
        out.flush();
    }

    /** Parses files named on the command line. */
    public void files(List<Path> files) throws IOException {
        for (Path file : files) {
            parse(new Input(file.toString(), null, null), file);
        }
        out.flush();
    }

    /** True when a file was not there or not readable. */
    public boolean metUnreadableFile() {
        return unreadable;
    }

    private void parse(Input input, Path path) throws IOException {
        byte[] body;
        try {
            body = Files.readAllBytes(path);
        } catch (IOException e) {
            unreadable = true;
            out.println(ParseReport.unreadable(input.file(), "cannot be read: " + e.getMessage()));
            return;
        }
        out.println(ParseReport.line(input.file(), parser.parse(body, input.contentType(), input.baseUrl())));
    }

    private static Input input(String line) throws IOException {
        String file = null;
        String contentType = null;
        String baseUrl = null;
        try (JsonParser json = JSON.createParser(line)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "file" -> file = json.getValueAsString();
                    case "content_type" -> contentType = json.getValueAsString();
                    case "base_url" -> baseUrl = json.getValueAsString();
                    default -> json.skipChildren();
                }
            }
        }
        if (file == null) {
            throw new IOException("a line of the list names no file: " + line);
        }
        return new Input(file, contentType, address(baseUrl));
    }

    private static @Nullable URI address(@Nullable String url) {
        try {
            return url == null ? null : URI.create(Links.clean(url));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
