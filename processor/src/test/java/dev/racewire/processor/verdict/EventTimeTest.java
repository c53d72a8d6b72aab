// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.processor.verdict.EventTime.Basis;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which time decides an article's windows. */
class EventTimeTest {

    private static final Instant SEEN = Instant.parse("2026-03-31T12:00:00Z");

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
                    dated,                    2026-03-31T09:30:00Z, false, 2026-03-31T09:30:00Z, PUBLISHED
                    at the horizon,           2026-03-01T12:00:00Z, false, 2026-03-01T12:00:00Z, PUBLISHED
                    before the horizon,       2026-03-01T11:59:59Z, false, 2026-03-01T11:59:59Z, LATE
                    late in a backlog,        2026-01-01T00:00:00Z, true,  2026-01-01T00:00:00Z, LATE
                    a little in the future,   2026-03-31T12:10:00Z, false, 2026-03-31T12:10:00Z, PUBLISHED
                    in the future,            2026-03-31T12:10:01Z, false, 2026-03-31T12:00:00Z, FIRST_SEEN
                    far in the future,        9999-12-31T00:00:00Z, true,  2026-03-31T12:00:00Z, UNDATED_BACKFILL
                    absurd,                   1970-01-01T00:00:00Z, false, 2026-03-31T12:00:00Z, FIRST_SEEN
                    undated,                  ,                     false, 2026-03-31T12:00:00Z, FIRST_SEEN
                    undated in a backlog,     ,                     true,  2026-03-31T12:00:00Z, UNDATED_BACKFILL
                    dated in a backlog,       2026-03-20T00:00:00Z, true,  2026-03-20T00:00:00Z, PUBLISHED
                    """)
    void decides(String name, @Nullable Instant published, boolean backfill, Instant at, Basis basis) {
        EventTime time = EventTime.of(published, SEEN, backfill, Duration.ofDays(30));

        assertThat(time).as(name).isEqualTo(new EventTime(at, basis));
        assertThat(time.counted()).isEqualTo(basis == Basis.PUBLISHED || basis == Basis.FIRST_SEEN);
    }
}
