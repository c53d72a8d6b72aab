// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.exactness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One broker of a cluster: Kafka's own program, in a JVM of its own. */
final class BrokerNode {

    private static final int PATIENCE_SECONDS = 90;

    private final Path folder;
    private final Path configuration;
    private @Nullable Process process;

    /** A broker that is formatted and not started. */
    BrokerNode(int id, Path folder, int port, int controller, String voters, String cluster)
            throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        configuration = folder.resolve("server.properties");
        Files.write(
                configuration,
                List.of(
                        "process.roles=broker,controller",
                        "node.id=" + id,
                        "controller.quorum.voters=" + voters,
                        "listeners=PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller,
                        "advertised.listeners=PLAINTEXT://127.0.0.1:" + port,
                        "controller.listener.names=CONTROLLER",
                        "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                        "log.dirs=" + folder.resolve("data"),
                        "auto.create.topics.enable=false",
                        "default.replication.factor=3",
                        "min.insync.replicas=2",
                        "offsets.topic.replication.factor=3",
                        "offsets.topic.num.partitions=4",
                        "transaction.state.log.replication.factor=3",
                        "transaction.state.log.min.isr=2",
                        "transaction.state.log.num.partitions=4",
                        "group.initial.rebalance.delay.ms=0"));
        Process formatting = run("kafka.tools.StorageTool", "format", "-t", cluster, "-c", configuration.toString());
        if (formatting.waitFor() != 0) {
            throw new IOException("the broker's storage can't be formatted, see " + log());
        }
    }

    private Path log() {
        return folder.resolve("log");
    }

    private Process run(String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    void start() throws IOException {
        if (process == null || !process.isAlive()) {
            process = run("kafka.Kafka", configuration.toString());
        }
    }

    /** {@code kill -9}; returns when it is gone. */
    void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    /** Lets it hand over what it leads and leave. */
    void stop() throws IOException, InterruptedException {
        if (process != null) {
            process.destroy();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                kill();
                throw new IOException("a broker did not stop within " + PATIENCE_SECONDS + " s, see " + log());
            }
        }
    }
}
