// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.demo;

import dev.racewire.runtime.lifecycle.Readiness;
import dev.racewire.runtime.lifecycle.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A directory that goes with everything in it when the process stops. */
public final class TemporaryDirectory implements Service {

    private static final Logger LOG = LoggerFactory.getLogger(TemporaryDirectory.class);

    private final String prefix;
    private final boolean kept;
    private @Nullable Path path;

    /** One with a name that begins so; {@code kept}: it does not go after all. */
    public TemporaryDirectory(String prefix, boolean kept) {
        this.prefix = prefix;
        this.kept = kept;
    }

    @Override
    public String name() {
        return "temporary-directory";
    }

    @Override
    public void start() throws IOException {
        path = Files.createTempDirectory(prefix);
    }

    public Path path() {
        return Objects.requireNonNull(path, "the directory is not there yet");
    }

    @Override
    public Readiness readiness() {
        return Readiness.ready();
    }

    @Override
    public void close() {
        if (path == null || kept) {
            return;
        }
        try (Stream<Path> entries = Files.walk(path)) {
            List<Path> deepestFirst = entries.sorted(Comparator.reverseOrder()).toList();
            for (Path entry : deepestFirst) {
                Files.deleteIfExists(entry);
            }
        } catch (IOException e) {
            LOG.warn("{} is left behind: {}", path, e.toString());
        }
    }
}
