// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.schemas.FeedHealth;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.WireFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedStateRecordsTest {

    private static final WireFormat WIRE = new WireFormat(SchemaHistory.bundled());

    @Test
    void comesBackFromKafkaAsItWas() {
        Instant time = Instant.parse("2026-03-04T05:06:07.008Z");
        FeedState state = new FeedState(
                States.URL,
                new Redirect("https://b.example/", "https://c.example/", 2),
                new Validators("\"e\"", "yesterday", "00ff"),
                new Rhythm(time, time, time, time, Duration.ofMinutes(7), Duration.ofMinutes(3), 5, 64),
                new Condition(FeedHealth.THROTTLED, "HTTP 429", 3),
                new Memory(
                        Fingerprints.of(List.of(new Fingerprint(1, -1))),
                        Fingerprints.of(List.of(new Fingerprint(Long.MIN_VALUE, 2), new Fingerprint(3, 4))),
                        false),
                true,
                12,
                34);
        assertThat(roundTrip(state)).isEqualTo(state);
        assertThat(roundTrip(States.fresh())).isEqualTo(States.fresh());
    }

    private static FeedState roundTrip(FeedState state) {
        byte[] bytes = WIRE.encode(FeedStateRecords.toRecord(state));
        return FeedStateRecords.fromRecord(WIRE.decode(bytes, dev.racewire.schemas.FeedState.class));
    }

    @Test
    void remembersTheNewestFirstAndEachOnce() {
        Fingerprints old = Fingerprints.of(List.of(new Fingerprint(1, 1), new Fingerprint(2, 2)));
        Fingerprints all = old.withFirst(List.of(new Fingerprint(3, 3), new Fingerprint(2, 2)), 2);
        assertThat(all.toList()).containsExactly(new Fingerprint(3, 3), new Fingerprint(2, 2));
    }
}
