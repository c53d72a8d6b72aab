// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** The numbers of a date, and which of them is the year, the month, the day. */
final class DateNumbers {
    private final int[] numbers = new int[3];
    private final int[] digits = new int[3];
    private final boolean leadingHyphen;
    private int count;
    private char separator;
    private int month;
    private @Nullable DayOfWeek weekday;

    DateNumbers(boolean leadingHyphen) {
        this.leadingHyphen = leadingHyphen;
    }

    /** Takes a number of so many digits, before {@code next}; false when there are three already. */
    boolean put(int value, int length, char next) {
        if (count == 3) {
            return month > 0;
        }
        separator = separator == 0 ? next : separator;
        numbers[count] = value;
        digits[count++] = length;
        return true;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Takes a month that was a word; of several the last, because weekdays abbreviate to months (mardi, martes). */
    void month(int named) {
        month = named;
    }

    void weekday(@Nullable DayOfWeek named) {
        weekday = weekday == null ? named : weekday;
    }

    /** The date; null when the numbers make none. */
    @Nullable
    LocalDate date() {
        if (month > 0) {
            return named();
        }
        return switch (count) {
            case 1 -> digits[0] == 4 ? dateOf(numbers[0], 1, 1) : null;
            case 2 -> twoNumbers();
            case 3 -> threeNumbers();
            default -> null;
        };
    }

    private @Nullable LocalDate named() {
        if (count == 0) {
            return null;
        }
        if (count == 1) {
            return digits[0] < 4 ? null : dateOf(numbers[0], month, 1);
        }
        boolean yearFirst = digits[0] >= 4 || numbers[0] > 31;
        int year = yearFirst ? year(0) : year(count == 3 && digits[2] == 4 ? 2 : 1);
        return dateOf(year, month, numbers[yearFirst ? 1 : 0]);
    }

    private @Nullable LocalDate twoNumbers() {
        if (digits[0] == 4 && digits[1] == 3) {
            return ofYearDay(numbers[0], numbers[1]);
        }
        boolean shortYear = leadingHyphen && digits[0] == 2;
        return digits[0] == 4 || shortYear ? dateOf(year(0), numbers[1], 1) : null;
    }

    private @Nullable LocalDate threeNumbers() {
        if (digits[0] >= 4 || (digits[2] < 4 && separator == '-')) {
            boolean swapped = numbers[1] > 12;
            return dateOf(year(0), numbers[swapped ? 2 : 1], numbers[swapped ? 1 : 2]);
        }
        LocalDate monthFirst = dateOf(year(2), numbers[0], numbers[1]);
        LocalDate dayFirst = dateOf(year(2), numbers[1], numbers[0]);
        if (monthFirst == null || dayFirst == null) {
            return monthFirst == null ? dayFirst : monthFirst;
        }
        return isMonthFirst(monthFirst, dayFirst) ? monthFirst : dayFirst;
    }

    /** Both orders are possible: the day of the week decides, else slashes are American. */
    private boolean isMonthFirst(LocalDate monthFirst, LocalDate dayFirst) {
        boolean fits = monthFirst.getDayOfWeek() == weekday;
        return fits == (dayFirst.getDayOfWeek() == weekday) ? separator == '/' : fits;
    }

    private int year(int index) {
        int year = numbers[index];
        return digits[index] > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
    }

    /** The date; null when there is no such day. No exception: hostile feeds hold many such dates. */
    static @Nullable LocalDate dateOf(int year, int month, int day) {
        boolean exists = year >= 1
                && year <= 9999
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
        return exists ? LocalDate.of(year, month, day) : null;
    }

    static @Nullable LocalDate ofYearDay(int year, int day) {
        return year >= 1 && year <= 9999 && day >= 1 && day <= 365 ? LocalDate.ofYearDay(year, day) : null;
    }
}
