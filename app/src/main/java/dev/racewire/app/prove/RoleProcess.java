// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.prove;

import dev.racewire.app.Main;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One role in a JVM of its own, out of the same jar as this program. It is killed, and started again as it was. */
final class RoleProcess {

    private final List<String> command;
    private final Path log;
    private @Nullable Process process;

    /**
     * A process that is not started.
     *
     * @param home stands in for the user's home, so that nobody takes it for a running installation
     * @param log takes what it prints
     */
    RoleProcess(Role role, Path home, Path log, List<String> arguments) {
        this.log = log;
        command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Duser.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                role.command()));
        command.addAll(arguments);
    }

    void start() throws IOException {
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** {@code kill -9}; returns when it is gone. */
    void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    /** Starts it again when it has ended by itself, as a supervisor would: it found no broker in time. */
    void keepUp() throws IOException {
        if (process != null && !process.isAlive()) {
            start();
        }
    }
}
