// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.exactness;

import dev.racewire.app.Main;
import dev.racewire.runtime.kafka.KafkaClients;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The command {@code racewire processor} in a JVM of its own with a state folder of its own, so that it can be killed. */
final class Instance implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;
    private static final Pattern OPS_PORT = Pattern.compile("health and metrics on port ([0-9]+)");

    private final List<String> command;
    private final Path folder;
    private @Nullable Process process;

    /**
     * An instance that is not started.
     *
     * @param folder takes its state and its log
     * @param flags settings beside those that it needs
     */
    Instance(KafkaClients clients, Path folder, List<String> flags) throws IOException {
        this.folder = Files.createDirectories(folder);
        command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Duser.home=" + folder,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(),
                "processor",
                "--bootstrap-servers=" + clients.bootstrapServers(),
                "--topic-prefix=" + clients.topicPrefix(),
                "--ops.port=0",
                "--processor.state-dir=" + state()));
        command.addAll(flags);
    }

    /** Where it keeps its state. */
    Path state() {
        return folder.resolve("state");
    }

    /** What it printed. */
    Path log() {
        return folder.resolve("log");
    }

    boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Starts it, or leaves it running. */
    void start() throws IOException {
        if (!isRunning()) {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        }
    }

    /** What it answers to "are you ready?": the status, then the reason; empty while it can't be asked. */
    String readiness() throws IOException, InterruptedException {
        String port = Files.readString(log())
                .lines()
                .map(OPS_PORT::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .reduce("", (earlier, later) -> later);
        if (port.isEmpty() || !isRunning()) {
            return "";
        }
        URI uri = URI.create("http://127.0.0.1:" + port + "/health/ready");
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (ConnectException e) {
            return ""; // it is about to end
        }
    }

    /** {@code kill -9}; returns when it is gone. */
    void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    /** Lets it leave in order. */
    void stop() throws IOException, InterruptedException {
        if (process != null) {
            process.destroy();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                kill();
                throw new IOException("a processor did not stop within " + PATIENCE_SECONDS + " s, see " + log());
            }
        }
    }

    /** Stops it where it stands, for so long: to the others it looks dead, and it does not know. */
    void freeze(long millis) throws IOException, InterruptedException {
        signal("STOP");
        TimeUnit.MILLISECONDS.sleep(millis);
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        if (process != null) {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
