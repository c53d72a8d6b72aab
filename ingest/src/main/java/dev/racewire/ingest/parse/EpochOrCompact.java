// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Dates that are digits and nothing else; how many there are says what they mean. */
final class EpochOrCompact {
    private EpochOrCompact() {}

    static @Nullable Instant parse(String digits) {
        try {
            return switch (digits.length()) {
                case 4, 5, 6, 7, 8, 12, 14 -> calendar(digits);
                case 9, 10 -> Instant.ofEpochSecond(Long.parseLong(digits));
                case 13 -> Instant.ofEpochSecond(Long.parseLong(digits) / 1_000);
                default -> null;
            };
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant calendar(String digits) {
        LocalDate date = switch (digits.length()) {
            case 4 -> LocalDate.of(number(digits, 0, 4), 1, 1);
            case 5 -> LocalDate.ofYearDay(2000 + number(digits, 0, 2), number(digits, 2, 5));
            case 6 -> LocalDate.of(2000 + number(digits, 0, 2), number(digits, 2, 4), number(digits, 4, 6));
            case 7 -> LocalDate.ofYearDay(number(digits, 0, 4), number(digits, 4, 7));
            default -> LocalDate.of(number(digits, 0, 4), number(digits, 4, 6), number(digits, 6, 8));
        };
        int hour = digits.length() > 8 ? number(digits, 8, 10) : 0;
        int minute = digits.length() > 8 ? number(digits, 10, 12) : 0;
        int second = digits.length() > 12 ? number(digits, 12, 14) : 0;
        return date.atTime(hour, minute, second).toInstant(ZoneOffset.UTC);
    }

    private static int number(String digits, int from, int to) {
        return Integer.parseInt(digits, from, to, 10);
    }
}
