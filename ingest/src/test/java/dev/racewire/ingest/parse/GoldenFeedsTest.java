// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole feeds beside the line that is expected of them; {@code -Dgolden.update} writes the lines anew. */
final class GoldenFeedsTest {
    private static final Path FOLDER = Path.of("src/test/resources/feeds");

    static Stream<Path> feeds() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.toString().endsWith(".expected.json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void readsWhatIsExpected(Path file) throws IOException {
        String name = file.getFileName().toString();
        Path expected = file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".expected.json");
        URI base = URI.create("http://feeds.example/" + name);
        String line = ParseReport.line(name, Feeds.PARSER.parse(Files.readAllBytes(file), null, base));
        String pretty = line.replace("\",\"", "\",\n\"").replace("},{", "},\n{") + "\n";
        if (System.getProperty("golden.update") != null) {
            Files.writeString(expected, pretty);
        }
        assertThat(pretty).isEqualTo(Files.readString(expected));
    }
}
