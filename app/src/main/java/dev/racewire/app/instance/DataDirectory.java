// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.instance;

import dev.racewire.runtime.lifecycle.Readiness;
import dev.racewire.runtime.lifecycle.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directory that keeps everything of one installation. One process at a time holds it, and what was begun with
 * sample news never takes real news, nor the other way round.
 */
public final class DataDirectory implements Service {

    /** What kind of news a directory holds. */
    public enum Use {
        LIVE("up"),
        SAMPLE("demo");

        private final String command;

        Use(String command) {
            this.command = command;
        }

        private String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String MARKER = "racewire-data";
    /** The file by which a process holds the directory. */
    public static final String LOCK = "lock";

    private static final String WAY_OUT = "name another with --data-dir";

    private final Path path;
    private final Use use;
    private @Nullable FileChannel channel;

    public DataDirectory(Path directory, Use use) {
        this.path = directory.toAbsolutePath().normalize();
        this.use = use;
    }

    /**
     * What kind of news a directory holds.
     *
     * @throws IOException when it holds none
     */
    public static Use useOf(Path path) throws IOException {
        String found = marker(path);
        for (Use use : Use.values()) {
            if (use.written().equals(found)) {
                return use;
            }
        }
        throw new IOException("the directory " + path + " is no data directory of Racewire");
    }

    @Override
    public String name() {
        return "data";
    }

    /**
     * Takes hold of the directory, creating it when it is missing.
     *
     * @throws IOException when it can't be used; the message says why and what to do
     */
    @Override
    public void start() throws IOException {
        boolean fresh = create(path);
        checkUse(path, use, fresh);
        channel = lock(path);
        try {
            Files.writeString(path.resolve(MARKER), use.written() + "\n");
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    @Override
    public Readiness readiness() {
        return channel == null ? Readiness.starting("not held yet") : Readiness.ready();
    }

    public Path path() {
        return path;
    }

    /** The broker's part of it. */
    public Path broker() {
        return path.resolve("broker");
    }

    /** Where the processor keeps its state stores. */
    public Path processor() {
        return path.resolve("processor");
    }

    /** Where ingest keeps its identity. */
    public Path ingest() {
        return path.resolve("ingest");
    }

    private static boolean create(Path path) throws IOException {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new IOException("the data directory " + path + " is a file: " + WAY_OUT);
        }
        try {
            Files.createDirectories(path);
            try (Stream<Path> entries = Files.list(path)) {
                return entries.allMatch(entry -> entry.endsWith(LOCK));
            }
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    private static void checkUse(Path path, Use use, boolean fresh) throws IOException {
        if (fresh) {
            return;
        }
        String found = marker(path);
        if (found == null) {
            throw new IOException("the directory " + path + " holds files that are not Racewire's: " + WAY_OUT);
        }
        if (!found.equals(use.written())) {
            Use other = use == Use.LIVE ? Use.SAMPLE : Use.LIVE;
            throw new IOException("the data directory " + path + " belongs to 'racewire " + other.command
                    + "': sample news and real news are never mixed, so " + WAY_OUT);
        }
    }

    private static @Nullable String marker(Path path) throws IOException {
        Path marker = path.resolve(MARKER);
        try {
            return Files.exists(marker) ? Files.readString(marker).strip() : null;
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw unusable(path, e);
        }
        if (tryLock(channel) == null) {
            channel.close();
            throw new IOException(
                    "the data directory " + path + " is in use by another process: stop that one, or " + WAY_OUT);
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // this very JVM holds it
        }
    }

    private static IOException unusable(Path path, IOException cause) {
        return new IOException(
                "cannot read and write the data directory " + path + " (" + reason(cause) + "): " + WAY_OUT, cause);
    }

    private static String reason(IOException cause) {
        String kind = cause.getClass().getSimpleName().replace("Exception", "");
        return kind.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    /** Lets go of it. */
    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
