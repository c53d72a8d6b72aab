// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceDirectoryIT {

    @TempDir
    private Path folder;

    @Test
    void findsWhatRunsAndForgetsWhatStopped() {
        InstanceDirectory directory = new InstanceDirectory(folder.resolve("instances"));
        Instance instance = Instance.ofThisProcess(
                "up", "127.0.0.1:9092", "team.", Optional.of("http://r"), Optional.of("http://p"), "/data");
        try (InstanceFile file = new InstanceFile(directory, instance)) {
            file.start();
            assertThat(directory.latest()).contains(instance);
        }
        assertThat(directory.latest()).isEmpty();
    }

    @Test
    void ignoresProcessesThatAreGoneAndFilesThatAreNone() throws IOException {
        InstanceDirectory directory = new InstanceDirectory(folder);
        long self = ProcessHandle.current().pid();
        directory.add(new Instance(
                "up", self, Instant.EPOCH.plusSeconds(1), "reused-pid:1", "", Optional.empty(), Optional.empty(), ""));
        Files.writeString(folder.resolve("7.properties"), "pid = seven");

        assertThat(directory.latest()).isEmpty();
    }

    @Test
    void isNoTroubleWhereItCannotBeWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        InstanceDirectory directory = new InstanceDirectory(file);
        try (InstanceFile instance = new InstanceFile(
                directory, Instance.ofThisProcess("up", "b:1", "", Optional.empty(), Optional.empty(), ""))) {
            instance.start();
            assertThat(instance.readiness().isReady()).isTrue();
        }
        assertThat(directory.latest()).isEmpty();
    }
}
