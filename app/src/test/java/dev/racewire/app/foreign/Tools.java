// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Programs of other people that tests run; a test is skipped, and says why, where one is missing. */
public final class Tools {

    private static final long PATIENCE_SECONDS = 120;

    private Tools() {}

    /** A Python that has these modules. */
    public static String python(String modules, String packages) {
        String found = List.of("python3", "/usr/bin/python3").stream()
                .filter(python -> succeeds(Path.of("."), python, "-c", "import " + modules))
                .findFirst()
                .orElse("");
        Assumptions.assumeFalse(
                found.isEmpty(), "no Python with " + modules + ": on Debian, apt install " + packages + " unskips it");
        return found;
    }

    /** The program, if it runs. */
    public static String program(String name, String debianPackage) {
        Assumptions.assumeTrue(
                succeeds(Path.of("."), name, "--version") || succeeds(Path.of("."), name, "-V"),
                name + " is not installed: on Debian, apt install " + debianPackage + " unskips it");
        return name;
    }

    /** Packages of npm in a folder of the build, which keeps them for the next run; returns {@code node_modules}. */
    public static Path npm(String folder, String... packages) throws IOException {
        program("node", "nodejs");
        program("npm", "npm");
        Path place = Files.createDirectories(Path.of("target", "npm", folder)).toAbsolutePath();
        Path marker = place.resolve(String.join(" ", packages).replace('/', '_'));
        if (!Files.exists(marker)) {
            List<String> command = new ArrayList<>(List.of("npm", "install", "--prefix", place.toString()));
            command.addAll(List.of("--ignore-scripts", "--no-audit", "--no-fund"));
            command.addAll(List.of(packages));
            Assumptions.assumeTrue(
                    succeeds(place, command.toArray(new String[0])),
                    "npm can't install " + String.join(" ", packages) + ": a network with the npm registry unskips it");
            Files.createFile(marker);
        }
        return place.resolve("node_modules");
    }

    /** Whether the command ends well within the time; what it prints is of no interest. */
    public static boolean succeeds(Path folder, String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
