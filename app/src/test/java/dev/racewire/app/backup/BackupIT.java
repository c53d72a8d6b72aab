// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.app.Main;
import dev.racewire.app.instance.DataDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data directory goes into a file and comes back; what is not right is said. */
class BackupIT {

    @TempDir
    private Path folder;

    private Path data;
    private Path file;
    private final StringWriter said = new StringWriter();

    @BeforeEach
    void makeDirectory() throws IOException {
        data = folder.resolve("data");
        file = folder.resolve("backup.zip");
        try (DataDirectory directory = new DataDirectory(data, DataDirectory.Use.LIVE)) {
            directory.start();
            Files.createDirectories(directory.broker());
            Files.writeString(directory.broker().resolve("segment.log"), "records".repeat(10_000));
        }
    }

    @Test
    void comesBackAsItWas() throws IOException {
        assertThat(run("backup", "save", file.toString(), "--data-dir", data.toString()))
                .isZero();
        Path restored = folder.resolve("restored");
        assertThat(new Backup(file).restore(restored)).isEqualTo(2);
        assertThat(restored.resolve("broker/segment.log")).hasSameTextualContentAs(data.resolve("broker/segment.log"));
        assertThat(restored.resolve(DataDirectory.LOCK)).doesNotExist();
        assertThat(DataDirectory.useOf(restored)).isEqualTo(DataDirectory.Use.LIVE);
    }

    @Test
    void refusesADirectoryInUseAndOneThatIsNone() throws IOException {
        try (DataDirectory held = new DataDirectory(data, DataDirectory.Use.LIVE)) {
            held.start();
            assertThat(run("backup", "save", file.toString(), "--data-dir", data.toString()))
                    .isEqualTo(1);
        }
        assertThat(said.toString()).contains("is in use by another process");
        assertThat(run(
                        "backup",
                        "save",
                        file.toString(),
                        "--data-dir",
                        folder.resolve("no").toString()))
                .isEqualTo(1);
        assertThat(said.toString()).contains("there is no data directory");
        assertThat(run("backup", "save", data.resolve("b.zip").toString(), "--data-dir", data.toString()))
                .isEqualTo(2);
    }

    @Test
    void overwritesNothing() throws IOException {
        run("backup", "save", file.toString(), "--data-dir", data.toString());
        assertThat(run("backup", "save", file.toString(), "--data-dir", data.toString()))
                .isEqualTo(1);
        assertThat(said.toString()).contains("exists already");
        assertThat(run("backup", "restore", file.toString(), "--data-dir", data.toString()))
                .isEqualTo(1);
        assertThat(said.toString()).contains("is not empty");
    }

    @Test
    void noticesDamage() throws IOException {
        run("backup", "save", file.toString(), "--data-dir", data.toString());
        byte[] bytes = Files.readAllBytes(file);
        int payload = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("segment.log") + 20;
        bytes[payload] ^= 0x55;
        Files.write(file, bytes);
        assertThat(run(
                        "backup",
                        "restore",
                        file.toString(),
                        "--data-dir",
                        folder.resolve("new").toString()))
                .isEqualTo(1);
        assertThat(said.toString()).contains("racewire: ");
        Files.writeString(file, "no zip");
        assertThat(run(
                        "backup",
                        "restore",
                        file.toString(),
                        "--data-dir",
                        folder.resolve("other").toString()))
                .isEqualTo(1);
        assertThat(said.toString()).contains("is no backup, or damaged");
    }

    private int run(String... arguments) {
        PrintWriter writer = new PrintWriter(said, true);
        return Main.program().printingTo(writer, writer).run(arguments);
    }
}
