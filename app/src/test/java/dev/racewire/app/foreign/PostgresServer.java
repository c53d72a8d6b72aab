// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A PostgreSQL of Debian's packages in a temporary folder, reached by a socket there; it never runs as root. */
public final class PostgresServer implements AutoCloseable {

    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
    private static final String ROOT = "root";

    private final Path programs;
    private final Path folder;

    private PostgresServer(Path programs, Path folder) {
        this.programs = programs;
        this.folder = folder;
    }

    /** Starts one; the test is skipped where PostgreSQL is not installed. */
    public static PostgresServer start() throws IOException {
        Path programs = newest();
        // Not a test's own folder: that one is closed to the user that PostgreSQL runs as, and its name is too long.
        Path folder = Files.createTempDirectory(
                "racewire-pg", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxrwxrwx")));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        PostgresServer server = new PostgresServer(programs, folder);
        server.run("initdb", "-D", folder + "/data", "-A", "trust", "-U", "racewire", "-N", "-E", "UTF8");
        String options = "-k " + folder + " -c listen_addresses= -c fsync=off";
        server.run("pg_ctl", "-D", folder + "/data", "-l", folder + "/log", "-w", "-o", options, "start");
        return server;
    }

    private static Path newest() throws IOException {
        Assumptions.assumeTrue(
                Files.isDirectory(VERSIONS), "no PostgreSQL server: on Debian, apt install postgresql unskips it");
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder())
                    .orElseGet(() -> Assumptions.abort("no PostgreSQL server in " + VERSIONS));
        }
    }

    /** What tells the programs of PostgreSQL where this server is. */
    public Map<String, String> environment() {
        return Map.of("PGHOST", folder.toString(), "PGUSER", "racewire", "PGDATABASE", "racewire");
    }

    private void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (ROOT.equals(System.getProperty("user.name"))) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        Path log = folder.resolve("setup.log");
        int code = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start()
                .onExit()
                .join()
                .exitValue();
        if (code != 0) {
            throw new IOException(program + " ended with " + code + ": " + Files.readString(log));
        }
    }

    @Override
    public void close() throws IOException {
        run("pg_ctl", "-D", folder + "/data", "-m", "immediate", "stop");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
