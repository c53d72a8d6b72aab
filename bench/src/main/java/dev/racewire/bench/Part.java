// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A part of a run in a JVM of its own, so that its processor time is its own. It answers questions line by line. */
public final class Part implements AutoCloseable {

    private final List<String> command;
    private final Path log;
    private Process process;
    private BufferedReader answers;
    private PrintWriter questions;

    /** Starts that class with these arguments; what it logs goes to a file. */
    public Part(Class<?> main, Path log, List<String> options, List<String> arguments) throws IOException {
        this.log = log;
        command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-Duser.home=" + log.toAbsolutePath().getParent(), "-cp"));
        command.addAll(List.of(System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        process = launch();
        answers = process.inputReader(StandardCharsets.UTF_8);
        questions = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    }

    private Process launch() throws IOException {
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private void restart() throws IOException {
        process = launch();
        answers = process.inputReader(StandardCharsets.UTF_8);
        questions = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    }

    /** The next line that it prints. */
    public String line() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("a part of the run has ended, see " + log);
        }
        return line;
    }

    /** Asks and waits for the answer. */
    public String ask(String question) throws IOException {
        questions.println(question);
        return line();
    }

    /** Processor time so far. */
    public Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** {@code kill -9}, and up again after that time. */
    public void kill(Duration pause) throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        restart();
    }

    /** An orderly stop, and up again. */
    public void handOver() throws IOException, InterruptedException {
        stop();
        restart();
    }

    /** An orderly stop. */
    public void stop() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IOException("not stopped within 30 s, see " + log);
        }
    }

    /** Stops it where it stands for that long: to the others it looks dead, and it does not know. */
    public void freeze(Duration time) throws IOException, InterruptedException {
        signal("STOP");
        TimeUnit.MILLISECONDS.sleep(time.toMillis());
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    /** Bytes of memory that it holds; 0 where the system does not tell. */
    public long memory() throws IOException {
        return status("VmRSS:") * 1_024;
    }

    /** Threads that it has; 0 where the system does not tell. */
    public long threads() throws IOException {
        return status("Threads:");
    }

    /** Files and sockets that it has open; 0 where the system does not tell. */
    public long handles() throws IOException {
        Path handles = Path.of("/proc", String.valueOf(process.pid()), "fd");
        if (!Files.isReadable(handles)) {
            return 0;
        }
        try (Stream<Path> open = Files.list(handles)) {
            return open.count();
        }
    }

    /** Bytes of the objects that it can still reach; it collects its garbage for that, which takes part of a second. */
    public long liveHeap() throws IOException, InterruptedException {
        Path tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process counting = new ProcessBuilder(tool.toString(), String.valueOf(process.pid()), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String total = "";
        try (BufferedReader lines = counting.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                total = line.startsWith("Total") ? line : total;
            }
        }
        if (counting.waitFor() != 0 || total.isEmpty()) {
            throw new IOException("its heap can't be counted, see " + log);
        }
        return Long.parseLong(total.trim().split(" +")[2]);
    }

    private long status(String field) throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
