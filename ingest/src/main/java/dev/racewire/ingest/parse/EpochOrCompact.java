// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Dates that are digits and nothing else; how many there are says what they mean. */
final class EpochOrCompact {
    private EpochOrCompact() {}

    static @Nullable Instant parse(String digits) {
        return switch (digits.length()) {
            case 4, 5, 6, 7, 8, 12, 14 -> calendar(digits);
            case 9, 10 -> Instant.ofEpochSecond(Long.parseLong(digits));
            case 13 -> Instant.ofEpochSecond(Long.parseLong(digits) / 1_000);
            default -> null;
        };
    }

    private static @Nullable Instant calendar(String digits) {
        LocalDate date = switch (digits.length()) {
            case 4 -> DateNumbers.dateOf(number(digits, 0, 4), 1, 1);
            case 5 -> DateNumbers.ofYearDay(2000 + number(digits, 0, 2), number(digits, 2, 5));
            case 6 -> DateNumbers.dateOf(2000 + number(digits, 0, 2), number(digits, 2, 4), number(digits, 4, 6));
            case 7 -> DateNumbers.ofYearDay(number(digits, 0, 4), number(digits, 4, 7));
            default -> DateNumbers.dateOf(number(digits, 0, 4), number(digits, 4, 6), number(digits, 6, 8));
        };
        int seconds = digits.length() <= 8 ? 0 : secondOfDay(digits);
        return date == null || seconds < 0
                ? null
                : date.atStartOfDay().plusSeconds(seconds).toInstant(ZoneOffset.UTC);
    }

    private static int secondOfDay(String digits) {
        int hour = number(digits, 8, 10);
        int minute = number(digits, 10, 12);
        int second = digits.length() > 12 ? number(digits, 12, 14) : 0;
        return hour > 23 || minute > 59 || second > 59 ? -1 : (hour * 60 + minute) * 60 + second;
    }

    private static int number(String digits, int from, int to) {
        return Integer.parseInt(digits, from, to, 10);
    }
}
