// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/** Runs the parse command on a list, for measuring. */
final class ParseMain {
    private ParseMain() {}

    public static void main(String[] args) throws IOException {
        Path list = Path.of(args[0]);
        try (PrintStream out = new PrintStream(
                new BufferedOutputStream(Files.newOutputStream(Path.of(args[1]))), false, StandardCharsets.UTF_8)) {
            new ParseCommand(new FeedParser(InstantSource.system()), out)
                    .list(Files.newBufferedReader(list), Path.of(args[2]), Path.of("."));
        }
    }
}
