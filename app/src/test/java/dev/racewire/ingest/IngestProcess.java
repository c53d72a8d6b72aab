// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** An instance of ingest in a JVM of its own, to be killed, frozen and stopped. */
final class IngestProcess implements AutoCloseable {

    private final List<String> command;
    private final Path log;
    private Process process;

    IngestProcess(String bootstrapServers, Path directory, Map<String, String> settings) throws IOException {
        command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                IngestMain.class.getName(),
                bootstrapServers,
                "ingest.data-dir=" + directory));
        settings.forEach((name, value) -> command.add(name + "=" + value));
        log = directory.resolveSibling(directory.getFileName() + ".log");
        start();
    }

    final void start() throws IOException {
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** kill -9, and up again. */
    void kill() throws Exception {
        process.destroyForcibly().waitFor();
        start();
    }

    /** SIGTERM, and up again. */
    void restart() throws Exception {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("not stopped within 20 s, see " + log);
        }
        start();
    }

    boolean alive() {
        return process.isAlive();
    }

    void freeze() throws Exception {
        signal("-STOP");
    }

    void thaw() throws Exception {
        signal("-CONT");
    }

    private void signal(String signal) throws Exception {
        int status = new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException("kill " + signal + " failed");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
