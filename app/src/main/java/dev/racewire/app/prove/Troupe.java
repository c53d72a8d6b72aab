// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.prove;

import dev.racewire.app.broker.Ports;
import dev.racewire.runtime.lifecycle.Readiness;
import dev.racewire.runtime.lifecycle.Service;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/** The three processes of one run, each with what it needs to come back as itself after a kill. */
final class Troupe implements Service {

    /** Below the ports that the system gives to outgoing connections, so that none of them takes the broker's. */
    private static final int FIRST_PORT = 20_000;

    private static final int PORTS = 10_000;

    private final Map<Role, RoleProcess> processes = new EnumMap<>(Role.class);
    private final String bootstrapServers;

    /** Processes that keep everything in that folder and reach the feeds through that proxy. */
    Troupe(Path folder, URI feeds) throws IOException {
        int port = Ports.freeFrom(FIRST_PORT + new SplittableRandom().nextInt(PORTS));
        bootstrapServers = "127.0.0.1:" + port;
        add(
                Role.BROKER,
                folder,
                "--data-dir=" + folder.resolve("broker"),
                "--broker.port=" + port,
                "--broker.group.min.session.timeout.ms=1000");
        add(
                Role.INGEST,
                folder,
                "--bootstrap-servers=" + bootstrapServers,
                "--ops.port=0",
                "--ingest.data-dir=" + Files.createDirectories(folder.resolve("ingest")),
                "--ingest.proxy=" + feeds,
                "--ingest.allow-private-addresses=true",
                "--ingest.min-interval=1s",
                "--ingest.max-interval=1s",
                "--ingest.start-spread=0s",
                "--ingest.host-pause=0s",
                "--ingest.session-timeout=3s");
        add(
                Role.PROCESSOR,
                folder,
                "--bootstrap-servers=" + bootstrapServers,
                "--ops.port=0",
                "--processor.state-dir=" + folder.resolve("state"));
    }

    private void add(Role role, Path folder, String... arguments) {
        Path log = folder.resolve(role.command() + ".log");
        processes.put(role, new RoleProcess(role, folder, log, List.of(arguments)));
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    RoleProcess process(Role role) {
        return Objects.requireNonNull(processes.get(role));
    }

    /** Starts again what has ended by itself. */
    void keepUp() throws IOException {
        for (RoleProcess process : processes.values()) {
            process.keepUp();
        }
    }

    @Override
    public String name() {
        return "troupe";
    }

    /** Starts none of them: each has its time. */
    @Override
    public void start() {}

    @Override
    public Readiness readiness() {
        return Readiness.ready();
    }

    /** Ends them all; what they keep goes with them. */
    @Override
    public void close() {
        processes.values().forEach(RoleProcess::kill);
    }
}
