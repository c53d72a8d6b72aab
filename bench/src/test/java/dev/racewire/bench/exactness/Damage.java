// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.exactness;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What happens to a state folder while its processor is down. */
enum Damage {
    DELETED {
        @Override
        void to(Path file, Random random) throws IOException {
            Files.delete(file);
        }
    },
    TRUNCATED {
        @Override
        void to(Path file, Random random) throws IOException {
            try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
                open.setLength(open.length() * random.nextInt(100) / 100);
            }
        }
    },
    FILLED_WITH_NOISE {
        @Override
        void to(Path file, Random random) throws IOException {
            byte[] noise = new byte[(int) Files.size(file)];
            random.nextBytes(noise);
            Files.write(file, noise);
        }
    };

    abstract void to(Path file, Random random) throws IOException;

    /** Does it to each file in the folder; returns to how many. */
    int toAll(Path folder, Random random) throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            List<Path> files = entries.filter(Files::isRegularFile)
                    .sorted(Comparator.naturalOrder())
                    .toList();
            for (Path file : files) {
                to(file, random);
            }
            return files.size();
        }
    }
}
