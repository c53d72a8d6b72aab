// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.instance;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** The running instances of this user, a file each; that is how commands find a broker without being told. */
public final class InstanceDirectory {

    private static final String SUFFIX = ".properties";

    private final Path directory;

    public InstanceDirectory(Path directory) {
        this.directory = directory;
    }

    /** The one in the user's home. */
    public static InstanceDirectory ofUser() {
        return new InstanceDirectory(Path.of(System.getProperty("user.home"), ".racewire", "instances"));
    }

    /** Makes an instance known. */
    void add(Instance instance) throws IOException {
        Files.createDirectories(directory);
        Path written = directory.resolve(instance.pid() + ".writing");
        try (Writer out = Files.newBufferedWriter(written)) {
            instance.toProperties().store(out, "A running Racewire; this file goes when it stops.");
        }
        Files.move(written, fileOf(instance.pid()), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Forgets an instance. */
    void remove(long pid) throws IOException {
        Files.deleteIfExists(fileOf(pid));
    }

    /** The instance that was started last, of those that still run. */
    public Optional<Instance> latest() {
        return files().stream()
                .flatMap(file -> read(file).stream())
                .filter(Instance::isAlive)
                .max(Comparator.comparing(Instance::started));
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)).toList();
        } catch (IOException e) {
            return List.of(); // none was ever started here
        }
    }

    private static Optional<Instance> read(Path file) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
            return Optional.of(Instance.of(properties));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty(); // stopped this moment, or written by another version
        }
    }

    private Path fileOf(long pid) {
        return directory.resolve(pid + SUFFIX);
    }
}
