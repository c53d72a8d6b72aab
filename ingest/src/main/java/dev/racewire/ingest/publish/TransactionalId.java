// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The name under which an instance writes, kept in its data directory, which is locked: the same after a restart, and
 * never that of another instance. Without a directory it is new at each start; then a killed instance's open
 * transaction holds its feeds back until it times out.
 */
public final class TransactionalId implements AutoCloseable {

    private final String id;
    private final @Nullable FileChannel lock;

    private TransactionalId(String id, @Nullable FileChannel lock) {
        this.id = id;
        this.lock = lock;
    }

    /**
     * The id of that directory.
     *
     * @throws IOException when the directory can't be used or another process uses it; the message names it
     */
    public static TransactionalId of(@Nullable Path directory, String prefix) throws IOException {
        if (directory == null) {
            return new TransactionalId(prefix + "racewire-ingest-" + UUID.randomUUID(), null);
        }
        try {
            Files.createDirectories(directory);
            FileChannel channel = locked(directory.resolve("ingest.lock"));
            return new TransactionalId(prefix + "racewire-ingest-" + stored(directory.resolve("ingest.id")), channel);
        } catch (InUseException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException("cannot use the data directory " + directory + " (ingest.data-dir): " + e, e);
        }
    }

    private static final class InUseException extends IOException {
        InUseException(Path file) {
            super("another process holds " + file + ": give each ingest its own --ingest.data-dir");
        }
    }

    private static FileChannel locked(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Another service in this very process: the same refusal.
        }
        channel.close();
        throw new InUseException(file);
    }

    private static String stored(Path file) throws IOException {
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        String id = UUID.randomUUID().toString();
        Files.writeString(file, id, StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
        return id;
    }

    public String value() {
        return id;
    }

    @Override
    public void close() throws IOException {
        if (lock != null) {
            lock.close();
        }
    }
}
