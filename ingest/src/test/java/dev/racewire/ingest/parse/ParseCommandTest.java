// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ParseCommandTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ParseCommand command =
            new ParseCommand(Feeds.PARSER, new PrintStream(out, false, StandardCharsets.UTF_8));

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void printsALineForEachFile() throws IOException {
        Path feed = Files.writeString(
                folder.resolve("a.xml"),
                "<rss><channel><title>T</title><item><title>1 &lt; 2</title><link>http://a.example/1</link><pubDate>"
                        + "2026-11-24T09:30:00.5Z</pubDate></item></channel></rss>");
        Path page = Files.writeString(folder.resolve("b.html"), "<html/>");
        command.files(List.of(feed, page, folder.resolve("missing")));
        assertThat(lines()).hasSize(3);
        assertThat(lines().get(0))
                .contains(
                        "\"ok\":true",
                        "\"title\":\"T\"",
                        "\"title\":\"1 < 2\"",
                        "\"published\":\"2026-11-24T09:30:00Z\"")
                .contains("\"updated\":null", "\"link\":\"http://a.example/1\"");
        assertThat(lines().get(1)).contains("\"ok\":false", "HTML_PAGE");
        assertThat(lines().get(2)).contains("\"ok\":false", "cannot be read");
        assertThat(command.metUnreadableFile()).isTrue();
    }

    @Test
    void readsListsOfFilesWithTheirHeaders() throws IOException {
        Files.write(
                Files.createDirectory(folder.resolve("x")).resolve("a.xml"),
                "<rss><channel><item><title>\u044F</title><link>/1</link></item></channel></rss>".getBytes("KOI8-R"));
        String list =
                "{\"case\": {\"nested\": [1]}, \"file\": \"x/a.xml\", \"content_type\": \"text/xml; charset=koi8-r\","
                        + " \"base_url\": \"http://a.example/f\"}\n\n";
        command.list(new StringReader(list), folder, Path.of("elsewhere"));
        command.list(new StringReader(list), Path.of("elsewhere"), folder);
        assertThat(lines()).hasSize(2);
        assertThat(lines().get(0))
                .isEqualTo(lines().get(1))
                .contains("\"file\":\"x/a.xml\"", "\"title\":\"\u044F\"", "http://a.example/1");
    }

    @Test
    void saysWhichLineOfAListIsWrong() {
        assertThatThrownBy(() -> command.list(new StringReader("{\"x\": 1}"), folder, folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("names no file");
    }
}
