// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for one run, which goes with it. */
final class WorkFolder implements AutoCloseable {

    private final Path path;

    WorkFolder() throws IOException {
        path = Files.createTempDirectory("racewire-bench-");
    }

    Path path() {
        return path;
    }

    /** Bytes of all files under a part of it. */
    static long bytes(Path part) throws IOException {
        try (Stream<Path> files = Files.walk(part)) {
            long bytes = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        }
    }

    /** Removes a part of it with all that is in it. */
    static void remove(Path part) throws IOException {
        try (Stream<Path> entries = Files.walk(part)) {
            List<Path> deepestFirst = entries.sorted(Comparator.reverseOrder()).toList();
            for (Path entry : deepestFirst) {
                Files.deleteIfExists(entry);
            }
        }
    }

    @Override
    public void close() throws IOException {
        remove(path);
    }
}
