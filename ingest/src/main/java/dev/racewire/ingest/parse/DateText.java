// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One date as written, taken apart from left to right: a time is what has a colon, an offset what follows a time with a
 * sign, months and zones are words, and the numbers left over are year, month and day in an order that their length, their
 * separators and the day of the week tell. No patterns, so RFC 822, ISO 8601 and all their mixtures are one case.
 */
final class DateText {
    private final String text;
    private int at;

    private final int[] numbers = new int[3];
    private final int[] digits = new int[3];
    private int count;
    private char separator;
    private int month;
    private int hour = -1;
    private int minute;
    private int second;
    private @Nullable ZoneId zone;
    private @Nullable DayOfWeek weekday;
    private boolean bad;

    DateText(String text) {
        this.text = text;
    }

    /** The moment to the second; UTC when no zone is named. */
    @Nullable
    Instant instant() {
        if (allDigits(text, 0)) {
            return EpochOrCompact.parse(text);
        }
        if (text.charAt(0) == '-' && text.length() == 5 && allDigits(text, 1)) {
            return EpochOrCompact.parse(text.substring(1) + "01");
        }
        read();
        try {
            LocalDate date = bad ? null : date();
            return date == null ? null : at(date);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private Instant at(LocalDate date) {
        boolean midnightAfter = hour == 24;
        LocalDateTime local = date.atTime(hour < 0 || midnightAfter ? 0 : hour, minute, Math.min(second, 59));
        return (midnightAfter ? local.plusDays(1) : local)
                .atZone(zone == null ? ZoneOffset.UTC : zone)
                .toInstant();
    }

    private static boolean allDigits(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void read() {
        while (at < text.length() && !bad) {
            char c = text.charAt(at);
            if (isDigit(c)) {
                number();
            } else if (Character.isLetter(c)) {
                word();
            } else if (c == '(') {
                comment();
            } else if ((c == '+' || c == '-') && hour >= 0 && isDigit(peek(1))) {
                offset(c == '-' ? -1 : 1);
            } else {
                at++;
            }
        }
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : ' ';
    }

    private void comment() {
        int depth = 0;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                at++;
                return;
            }
        }
    }

    private int digitsHere(int most) {
        int value = 0;
        int end = Math.min(text.length(), at + most);
        while (at < end && isDigit(text.charAt(at))) {
            value = value * 10 + text.charAt(at++) - '0';
        }
        return value;
    }

    private void number() {
        int start = at;
        boolean afterT = start > 0 && (text.charAt(start - 1) | 0x20) == 't';
        int value = digitsHere(9);
        int length = at - start;
        if (hour < 0 && peek(0) == ':' && length <= 2) {
            time(value);
        } else if (afterT && hour < 0 && (length == 6 || length == 4)) {
            int seconds = length == 6 ? value : value * 100;
            hour = seconds / 10_000;
            minute = seconds / 100 % 100;
            second = seconds % 100;
        } else if (length == 8 && count == 0) {
            put(value / 10_000, 4);
            put(value / 100 % 100, 2);
            put(value % 100, 2);
        } else {
            separator = separator == 0 ? peek(0) : separator;
            put(value, length);
        }
    }

    private void put(int value, int length) {
        if (count == 3) {
            bad = month == 0 && hour < 0;
            return;
        }
        numbers[count] = value;
        digits[count++] = length;
    }

    private void time(int hours) {
        hour = hours;
        at++;
        minute = digitsHere(2);
        if (peek(0) == ':' && isDigit(peek(1))) {
            at++;
            second = digitsHere(2);
        }
        if ((peek(0) == '.' || peek(0) == ',') && isDigit(peek(1))) {
            at++;
            while (isDigit(peek(0))) {
                at++;
            }
        }
        bad = hour > 24 || minute > 59 || second > 60;
    }

    private void offset(int sign) {
        at++;
        int start = at;
        int value = digitsHere(4);
        int length = at - start;
        int minutes = length <= 2 ? value * 60 : value / 100 * 60 + value % 100;
        if (length <= 2 && peek(0) == ':' && isDigit(peek(1))) {
            at++;
            minutes += digitsHere(2);
        }
        if (minutes <= 18 * 60) {
            zone = ZoneOffset.ofTotalSeconds(sign * minutes * 60);
        }
    }

    private void word() {
        int start = at;
        while (at < text.length() && isWordPart(text.charAt(at))) {
            at++;
        }
        String word = text.substring(start, at).toLowerCase(Locale.ROOT);
        if (word.indexOf('/') >= 0) {
            zone = DateWords.region(text.substring(start, at));
            return;
        }
        int named = DateWords.month(word);
        if (named > 0) {
            month = named;
        } else if (hour >= 0 && DateWords.isAfternoon(word)) {
            hour = hour < 12 ? hour + 12 : hour;
        } else if (hour >= 0 && DateWords.isMorning(word)) {
            hour = hour == 12 ? 0 : hour;
        } else {
            zoneOrWeekday(word);
        }
    }

    private void zoneOrWeekday(String word) {
        ZoneId named = DateWords.zone(word);
        boolean military = word.length() == 1 && word.charAt(0) < 0x80;
        if (named != null && (hour >= 0 || !military)) {
            zone = named;
        } else if (weekday == null) {
            weekday = DateWords.weekday(word);
        }
    }

    private boolean isWordPart(char c) {
        return Character.isLetter(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK
                || c == '.'
                || c == '/'
                || c == '_';
    }

    private @Nullable LocalDate date() {
        if (month > 0) {
            return named();
        }
        return switch (count) {
            case 1 -> digits[0] == 4 ? LocalDate.of(numbers[0], 1, 1) : null;
            case 2 -> twoNumbers();
            case 3 -> threeNumbers();
            default -> null;
        };
    }

    private @Nullable LocalDate named() {
        if (count == 1) {
            return digits[0] < 4 ? null : LocalDate.of(numbers[0], month, 1);
        }
        if (count == 0) {
            return null;
        }
        boolean yearFirst = digits[0] >= 4 || numbers[0] > 31;
        int year = yearFirst ? year(0) : year(count == 3 && digits[2] == 4 ? 2 : 1);
        return LocalDate.of(year, month, numbers[yearFirst ? 1 : 0]);
    }

    private @Nullable LocalDate twoNumbers() {
        if (digits[0] == 4 && digits[1] == 3) {
            return LocalDate.ofYearDay(numbers[0], numbers[1]);
        }
        boolean isoCentury = text.charAt(0) == '-' && digits[0] == 2;
        return digits[0] == 4 || isoCentury ? LocalDate.of(year(0), numbers[1], 1) : null;
    }

    private LocalDate threeNumbers() {
        if (digits[0] >= 4 || (digits[2] < 4 && separator == '-')) {
            boolean swapped = numbers[1] > 12;
            return LocalDate.of(year(0), numbers[swapped ? 2 : 1], numbers[swapped ? 1 : 2]);
        }
        int year = year(2);
        boolean monthFirst = numbers[0] <= 12 && (numbers[1] > 12 || monthFirst(year));
        return LocalDate.of(year, numbers[monthFirst ? 0 : 1], numbers[monthFirst ? 1 : 0]);
    }

    /** Both orders are possible: the day of the week decides, else slashes are American. */
    private boolean monthFirst(int year) {
        if (weekday != null) {
            boolean fits = LocalDate.of(year, numbers[0], numbers[1]).getDayOfWeek() == weekday;
            boolean otherFits = LocalDate.of(year, numbers[1], numbers[0]).getDayOfWeek() == weekday;
            if (fits != otherFits) {
                return fits;
            }
        }
        return separator == '/';
    }

    private int year(int index) {
        int year = numbers[index];
        return digits[index] > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
    }
}
