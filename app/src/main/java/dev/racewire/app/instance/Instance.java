// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.instance;

import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * A broker of ours that runs on this machine, with what runs beside it.
 *
 * @param command the command that runs it
 * @param pid its process
 * @param started when the process started, which tells it from a later one of the same number
 * @param bootstrapServers host and port of its broker
 * @param topicPrefix prefix of its Kafka topics
 * @param registry address of the schema registry whose ids it writes; empty: those of its build
 * @param page address of its page
 * @param dataDirectory where it keeps its data
 */
public record Instance(
        String command,
        long pid,
        Instant started,
        String bootstrapServers,
        String topicPrefix,
        Optional<String> registry,
        Optional<String> page,
        String dataDirectory) {

    /** The instance that this very process is. */
    public static Instance ofThisProcess(
            String command,
            String bootstrapServers,
            String topicPrefix,
            Optional<String> registry,
            Optional<String> page,
            String dataDirectory) {
        ProcessHandle self = ProcessHandle.current();
        return new Instance(
                command, self.pid(), startOf(self), bootstrapServers, topicPrefix, registry, page, dataDirectory);
    }

    /** Whether its process still runs. */
    boolean isAlive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> startOf(process).equals(started))
                .isPresent();
    }

    /** When a process started; the epoch where the system does not tell. */
    static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    Properties toProperties() {
        Properties properties = new Properties();
        properties.setProperty("command", command);
        properties.setProperty("pid", String.valueOf(pid));
        properties.setProperty("started", started.toString());
        properties.setProperty("bootstrap-servers", bootstrapServers);
        properties.setProperty("topic-prefix", topicPrefix);
        registry.ifPresent(url -> properties.setProperty("registry", url));
        page.ifPresent(url -> properties.setProperty("page", url));
        properties.setProperty("data-dir", dataDirectory);
        return properties;
    }

    static Instance of(Properties properties) {
        return new Instance(
                properties.getProperty("command", ""),
                Long.parseLong(properties.getProperty("pid", "0")),
                Instant.parse(properties.getProperty("started", "")),
                properties.getProperty("bootstrap-servers", ""),
                properties.getProperty("topic-prefix", ""),
                Optional.ofNullable(properties.getProperty("registry")),
                Optional.ofNullable(properties.getProperty("page")),
                properties.getProperty("data-dir", ""));
    }
}
