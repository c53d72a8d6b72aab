// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.foreign;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A program that runs beside the test: the lines that it has printed, and what it complained of. */
public final class ForeignProgram implements AutoCloseable {

    private final Process process;
    private final Path complaints;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread reader;

    private ForeignProgram(Process process, Path complaints) {
        this.process = process;
        this.complaints = complaints;
        this.reader = new Thread(this::read, "foreign-program");
        reader.start();
    }

    public static ForeignProgram start(Path folder, Map<String, String> environment, List<String> command)
            throws IOException {
        Path complaints = Files.createTempFile(folder, "complaints", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(complaints.toFile());
        builder.environment().putAll(environment);
        return new ForeignProgram(builder.start(), complaints);
    }

    private void read() {
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            out.lines().forEach(lines::add);
        } catch (IOException | java.io.UncheckedIOException e) {
            lines.add("(cut: " + e.getMessage() + ")");
        }
    }

    public List<String> lines() {
        return lines;
    }

    /** What it wrote to its standard error. */
    public String complaints() throws IOException {
        return Files.readString(complaints);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end; its exit code. */
    public int end() throws InterruptedException {
        int code = process.waitFor();
        reader.join();
        return code;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
