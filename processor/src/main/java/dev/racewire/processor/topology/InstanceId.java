// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.topology;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * The name under which a folder of state takes part in the consumer group. It outlives a {@code kill -9}: the next
 * process on the folder takes its predecessor's place at once, instead of waiting until its session has run out.
 */
public final class InstanceId {

    private static final String FILE = "instance-id";

    private InstanceId() {}

    /** The name that stands in the folder, or a new one; a folder that can't be written is an error of its own. */
    public static String in(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (Files.exists(file)) {
            String id = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
            if (id.matches("[0-9a-f-]{36}")) {
                return id;
            }
        }
        String id = UUID.randomUUID().toString();
        Files.createDirectories(folder);
        Files.writeString(file, id);
        return id;
    }
}
