// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor;

import dev.racewire.runtime.kafka.KafkaClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A processor in a process of its own, so that it can be killed like one. */
final class ProcessorProcess implements AutoCloseable {

    private final Process process;

    private ProcessorProcess(Process process) {
        this.process = process;
    }

    static ProcessorProcess start(KafkaClients clients, Path stateDir) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessorProcess(new ProcessBuilder(
                        java,
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        ProcessorProcess.class.getName(),
                        clients.bootstrapServers(),
                        clients.topicPrefix(),
                        stateDir.toString())
                .inheritIO()
                .start());
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** SIGTERM, and the time that it takes to leave in order. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Arguments: broker, prefix of the Kafka topics, folder of the state. */
    public static void main(String[] arguments) throws Exception {
        KafkaClients clients = new KafkaClients(arguments[0], arguments[1], Map.of(), Map.of(), Map.of(), Map.of());
        ProcessorService service =
                new ProcessorService(config(Path.of(arguments[2])), clients, new SimpleMeterRegistry());
        Runtime.getRuntime().addShutdownHook(new Thread(service::close));
        service.start();
        new CountDownLatch(1).await();
    }

    static ProcessorConfig config(Path stateDir) {
        return new ProcessorConfig(
                "processor-it",
                stateDir,
                1,
                0,
                Duration.ofMillis(30),
                Duration.ofDays(30),
                Duration.ofMinutes(1),
                Map.of());
    }
}
