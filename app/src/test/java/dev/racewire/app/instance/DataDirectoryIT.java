// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.racewire.app.instance.DataDirectory.Use;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryIT {

    @TempDir
    private Path folder;

    @Test
    void isHeldByOneAtATime() throws IOException {
        try (DataDirectory first = new DataDirectory(folder.resolve("data"), Use.LIVE);
                DataDirectory second = new DataDirectory(folder.resolve("data"), Use.LIVE)) {
            first.start();
            assertThatThrownBy(second::start)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("in use by another process")
                    .hasMessageContaining("--data-dir");
        }
    }

    @Test
    void canBeTakenAgainAfterwards() throws IOException {
        for (int i = 0; i < 2; i++) {
            try (DataDirectory data = new DataDirectory(folder, Use.LIVE)) {
                data.start();
                assertThat(data.readiness().isReady()).isTrue();
            }
        }
    }

    @Test
    void neverMixesSampleNewsWithRealNews() throws IOException {
        try (DataDirectory live = new DataDirectory(folder, Use.LIVE)) {
            live.start();
        }
        try (DataDirectory sample = new DataDirectory(folder, Use.SAMPLE)) {
            assertThatThrownBy(sample::start).hasMessageContaining("belongs to 'racewire up'");
        }
    }

    @Test
    void leavesForeignFilesAlone() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "mine");
        try (DataDirectory data = new DataDirectory(folder, Use.LIVE)) {
            assertThatThrownBy(data::start).hasMessageContaining("not Racewire's");
        }
        assertThat(folder).isDirectoryNotContaining("glob:**racewire-data");
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        try (DataDirectory data = new DataDirectory(file, Use.LIVE)) {
            assertThatThrownBy(data::start).hasMessageContaining("is a file");
        }
        try (DataDirectory data = new DataDirectory(file.resolve("below"), Use.LIVE)) {
            assertThatThrownBy(data::start).hasMessageContaining("cannot read and write the data directory");
        }
    }
}
