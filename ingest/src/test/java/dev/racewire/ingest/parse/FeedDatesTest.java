// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FeedDatesTest {
    private final FeedDates dates = new FeedDates(Feeds.NOW);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Tue, 24 Nov 2026 09:30:00 GMT                 | 2026-11-24T09:30:00Z
            Tue, 24 Nov 26 09:30:00 +0100                 | 2026-11-24T08:30:00Z
            24 Nov 2026 09:30 EST                         | 2026-11-24T14:30:00Z
            Tue Nov 24 09:30:00 2026                      | 2026-11-24T09:30:00Z
            Tue Nov 24 09:30:00 +0000 2026                | 2026-11-24T09:30:00Z
            Tue, Nov 24 2026 9:30:00 PM                   | 2026-11-24T21:30:00Z
            November 24, 2026, 12:05 a.m.                 | 2026-11-24T00:05:00Z
            Tuesday, November 24, 2026 - 3:07pm           | 2026-11-24T15:07:00Z
            Tue, 24th Nov 2026 09:30:00 GMT               | 2026-11-24T09:30:00Z
            Tue(s) , 24 Nov (a \\) b) 2026 09:30:00 GMT   | 2026-11-24T09:30:00Z
            24 Nov 2026 09:30:00 GMT-07:00                | 2026-11-24T16:30:00Z
            24 Nov 2026 09:30:00 IST                      | 2026-11-24T04:00:00Z
            24 Nov 2026 09:30:00 America/Los_Angeles      | 2026-11-24T17:30:00Z
            24 Nov 2026 24:00:00 GMT                      | 2026-11-25T00:00:00Z
            2026-11-24T09:30:00Z                          | 2026-11-24T09:30:00Z
            2026-11-24T09:30:00.123456789Z                | 2026-11-24T09:30:00Z
            2026-11-24T09:30:00,5+05:30                   | 2026-11-24T04:00:00Z
            2026-11-24 09:30:00 -0330                     | 2026-11-24T13:00:00Z
            2026-11-24t093000z                            | 2026-11-24T09:30:00Z
            20261124T09:30:00Z                            | 2026-11-24T09:30:00Z
            2026-11-24                                    | 2026-11-24T00:00:00Z
            2026-11                                       | 2026-11-01T00:00:00Z
            2026                                          | 2026-01-01T00:00:00Z
            2026-328                                      | 2026-11-24T00:00:00Z
            20261124093000                                | 2026-11-24T09:30:00Z
            1795512600                                    | 2026-11-24T09:30:00Z
            1795512600000                                 | 2026-11-24T09:30:00Z
            2026/11/24 09:30:00                           | 2026-11-24T09:30:00Z
            11/24/2026 9:30 am                            | 2026-11-24T09:30:00Z
            24/11/2026 09:30                              | 2026-11-24T09:30:00Z
            24.11.2026 09:30                              | 2026-11-24T09:30:00Z
            05.11.2026 09:30                              | 2026-11-05T09:30:00Z
            Thu, 05/11/2026 09:30                         | 2026-11-05T09:30:00Z
            Mon, 05/11/2026 09:30                         | 2026-05-11T09:30:00Z
            Nov. 2026                                     | 2026-11-01T00:00:00Z
            mar., 24 nov. 2026 09:30:00 +0100             | 2026-11-24T08:30:00Z
            mardi 24 août 2026 09:30                      | 2026-08-24T09:30:00Z
            Di, 24 März 2026 09:30:00 +0100               | 2026-03-24T08:30:00Z
            28 Mart 2026                                  | 2026-03-28T00:00:00Z
            24 ноября 2026 09:30                          | 2026-11-24T09:30:00Z
            24 листопада 2026 09:30                       | 2026-11-24T09:30:00Z
            24 Desember 2025 09:30                        | 2025-12-24T09:30:00Z
            Κυρ, 11 Ιούλ 2026 12:00:00 +0000              | 2026-07-11T12:00:00Z
            2026-július-13T9:15-05:00                     | 2026-07-13T14:15:00Z
            2026년 05월 28일 01:31:15                       | 2026-05-27T16:31:15Z
            2026年10月5日 10:30                            | 2026-10-05T10:30:00Z
            """)
    void readsEveryShape(String text, Instant moment) {
        assertThat(dates.parse(text)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "yesterday",
                "31 Feb 2026",
                "32 Jan 2026 10:00:00 GMT",
                "2026-13-45",
                "0000-00-00T00:00:00Z",
                "190728635-01-01T00:00:00Z",
                "Thu, 01 Jan 0100 00:00:01 +0100",
                "1970-01-01T00:00:00Z",
                "2099-01-01T00:00:00Z",
                "2026-11-24T99:99:99Z",
                "2026-11-24T999999Z",
                "99999999999999",
                "12",
                "((((",
                "+",
                "-",
                "9999999999",
                "1 2 3 4 5 6 7 8",
                "a/b c/d"
            })
    void refusesWhatIsNoDateOfNews(String text) {
        assertThat(dates.parse(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "a", "2026-11-24 ", "24 nov ", "("})
    void refusesWhatIsTooLong(String piece) {
        assertThat(dates.parse(piece.repeat(200))).isNull();
    }
}
