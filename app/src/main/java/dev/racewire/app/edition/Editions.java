// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.edition;

import dev.racewire.runtime.kafka.KafkaClients;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** Writes settled days down: one edition a day, and another when a correction reaches the day later. */
public final class Editions {

    private final KafkaClients clients;
    private final Shelf shelf;

    public Editions(KafkaClients clients, Path directory) {
        this.clients = clients;
        this.shelf = new Shelf(directory);
    }

    /** When that day is settled: so long after its end that what outlets bring late has come in. */
    public static Instant settled(LocalDate day, Duration settle) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().plus(settle);
    }

    /** Writes the day down; the line says what became of it. Empty when nothing was counted on that day. */
    public Optional<String> write(LocalDate day) throws IOException, InterruptedException, ExecutionException {
        DayCounts counts = new DayReader(clients).read(day);
        if (counts.rows().isEmpty()) {
            return Optional.empty();
        }
        Shelf.Placed placed = shelf.place(counts);
        String what = placed.isNew()
                ? placed.number() == 1
                        ? "edition 1, " + counts.rows().size() + " cells"
                        : "edition " + placed.number() + ", corrects " + placed.changed() + " cells"
                : "edition " + placed.number() + " still holds";
        return Optional.of(placed.sha256() + "  " + placed.file() + "  " + what);
    }
}
