// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.edition;

import dev.racewire.app.articles.ArticleFacts;
import dev.racewire.app.articles.KafkaTopicReading;
import dev.racewire.app.matrix.MatrixReader;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.schemas.Count;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** Reads a day's cells from {@code racewire-counts}. */
final class DayReader {

    private final KafkaClients clients;
    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());

    DayReader(KafkaClients clients) {
        this.clients = clients;
    }

    DayCounts read(LocalDate day) throws IOException, InterruptedException, ExecutionException {
        Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        String ending = "|P1D|" + start;
        Map<String, Count> cells = new HashMap<>();
        try (KafkaTopicReading reading = KafkaTopicReading.open(clients, Topics.COUNTS)) {
            reading.toEnds(record -> {
                if (record.key().endsWith(ending)) {
                    cells.remove(record.key());
                    Count count = wire.decode(record.value(), Count.class);
                    if (count != null) {
                        cells.put(record.key(), count);
                    }
                }
            });
        }
        boolean sample = new MatrixReader(clients)
                .articles(start, start.plus(Duration.ofDays(1))).stream().anyMatch(ArticleFacts::sample);
        return DayCounts.of(day, cells.values(), sample);
    }
}
